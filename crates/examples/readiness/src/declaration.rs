//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{fixed_wait, from_outside, in_the_code, woken};

experiment::declare! {
    about {
        "title": "Hard-coded",
        "lead": "A calculation whose one value stands in the code, and the same with the value from outside. Then a hundred things that become ready after some 200 ms, some sooner and some later: each is waited for by a fixed {ms|s}; or until it is ready.",
        "run": "two values, two waits",
        "throughput": true,
        "claims": ["K68"],
        "prediction": {
            "question": "Which value in the code makes the program slow?",
            "answers": [
                {
                    "text": "the number in the calculation",
                    "why": "What the compiler knows, it can use. A value in the code is as fast as one from outside, or faster.",
                    "right": "each('in the code') >= 1.2 * each('from outside')"
                },
                {
                    "text": "the fixed wait",
                    "why": "It was otherwise here: see the figures.",
                    "right": "each('in the code') < 1.2 * each('from outside') and wasted('a fixed wait') >= 10 and early('a fixed wait') >= 1"
                },
                {
                    "text": "neither",
                    "why": "Whoever waits for a fixed time waits too long for most things, and not long enough for some.",
                    "right": "each('in the code') < 1.2 * each('from outside') and wasted('a fixed wait') < 10"
                }
            ]
        },
        "measures": [
            { "name": "each", "label": "one step of the calculation", "unit": "ns" },
            { "name": "result", "label": "what was calculated", "unit": "" },
            { "name": "early", "label": "came too early", "unit": "things" },
            { "name": "wasted", "label": "waited for nothing, on average", "unit": "ms" }
        ],
        "equal": ["result"],
        "findings": [
            {
                "claim": "K68",
                "says": "Hard-coded values make a program slow",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "each('in the code') < 0.6 * each('from outside') and early('a fixed wait') >= 1 and early('until ready') == 0 and wasted('until ready') < 0.3 * wasted('a fixed wait')",
                        "finding": "misleading",
                        "why": "A step took {each('in the code')|ns} with the value in the code and {each('from outside')|ns} with one from outside. A wait in the code is another matter: {early('a fixed wait')|things} of a hundred were not ready yet, and for each of the others {wasted('a fixed wait')|ms} were waited for nothing on average. Whoever waited until it was ready came too early for {early('until ready')|} and lost {wasted('until ready')|ms}."
                    },
                    {
                        "when": "each('in the code') >= 1.2 * each('from outside')",
                        "finding": "holds",
                        "why": "A step took {each('in the code')|ns} with the value in the code and {each('from outside')|ns} with one from outside."
                    },
                    {
                        "when": "early('until ready') > 0 or wasted('until ready') > 0.65 * wasted('a fixed wait') or each('in the code') > 0.65 * each('from outside')",
                        "finding": "false",
                        "why": "A step took {each('in the code')|ns} and {each('from outside')|ns}; the fixed wait came too early for {early('a fixed wait')|things} and wasted {wasted('a fixed wait')|ms}, the other for {early('until ready')|} and {wasted('until ready')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the fixed wait", "unit": "ms", "min": 250, "max": 350, "step": 25, "default": 300 }
    }
    arms {
        async in_the_code "in the code" { "warning": "the page stays yours", "bare": true, "opposite": "from outside" }
        async from_outside "from outside" { "warning": "the page stays yours", "bare": true, "opposite": "in the code" }
        async fixed_wait "a fixed wait" { "warning": "the page stays yours", "opposite": "until ready" }
        async woken "until ready" { "warning": "the page stays yours", "opposite": "a fixed wait" }
    }
}
