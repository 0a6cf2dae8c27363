//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{by_fetch, flag_asynchronous, flag_synchronous};

experiment::declare! {
    about {
        "title": "One request, and a flag",
        "lead": "For {ms|s} a page asks for the same small file again and again: by XMLHttpRequest with its flag set to synchronous, with the flag set to asynchronous, and by fetch.",
        "run": "three ways, one freezes this page for {ms|s}",
        "claims": ["K76"],
        "prediction": {
            "question": "The first A of AJAX stands for asynchronous. What does the flag do?",
            "answers": [
                {
                    "text": "nothing any more: the page stays usable",
                    "why": "Browsers warn of it and keep it. The page was held as long as the requests went on.",
                    "right": "seen('synchronous flag') == 1 and hold('synchronous flag') < 0.5 * total('synchronous flag')"
                },
                {
                    "text": "the next line has the reply, and the page stands still",
                    "why": "One of the two did not come true: see the figures.",
                    "right": "seen('synchronous flag') == 1 and hold('synchronous flag') >= 0.5 * total('synchronous flag')"
                },
                {
                    "text": "the request fails",
                    "why": "It is answered as any other.",
                    "right": "seen('synchronous flag') == 0"
                }
            ]
        },
        "measures": [
            { "name": "requests", "label": "requests", "unit": "requests" },
            { "name": "seen", "label": "the next line sees the reply", "unit": "yes or no" }
        ],
        "findings": [
            {
                "claim": "K76",
                "says": "AJAX requests are asynchronous",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "seen('synchronous flag') == 1 and seen('asynchronous flag') + seen('fetch') == 0 and hold('synchronous flag') >= 0.8 * total('synchronous flag') and max(hold('asynchronous flag'), hold('fetch')) < 0.3 * hold('synchronous flag') and frames('synchronous flag') < 0.2 * min(frames('asynchronous flag'), frames('fetch'))",
                        "finding": "conditional",
                        "why": "With the flag set to synchronous, the line after the request had the reply, each time; the page was held for {hold('synchronous flag')|ms} and drew {frames('synchronous flag')|frames}. With the flag the other way it drew {frames('asynchronous flag')|frames}, and by fetch, which has no flag, {frames('fetch')|frames}."
                    },
                    {
                        "when": "seen('synchronous flag') == 0",
                        "finding": "holds",
                        "why": "Not even with the flag set to synchronous did the next line see the reply."
                    },
                    {
                        "when": "hold('synchronous flag') < 0.4 * total('synchronous flag') or seen('asynchronous flag') + seen('fetch') > 0 or max(hold('asynchronous flag'), hold('fetch')) > 0.6 * hold('synchronous flag')",
                        "finding": "false",
                        "why": "The page was held for {hold('synchronous flag')|ms} with the flag set to synchronous, for {hold('asynchronous flag')|ms} with the other, and for {hold('fetch')|ms} by fetch."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "requests for", "unit": "ms", "min": 400, "max": 1000, "step": 200, "default": 600 }
    }
    arms {
        sync flag_synchronous "synchronous flag" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "asynchronous flag" }
        async flag_asynchronous "asynchronous flag" { "warning": "the page stays yours", "opposite": "synchronous flag" }
        async by_fetch "fetch" { "warning": "the page stays yours", "opposite": "synchronous flag" }
    }
}
