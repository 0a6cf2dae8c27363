//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{awaited_in_a_worker, awaited_on_the_page, blocking_in_a_worker, blocking_on_the_page};

experiment::declare! {
    about {
        "title": "One request, and nothing else",
        "lead": "A program asks for a file and counts its letters. There are two of it, one with a request that blocks and one with awaits. Each runs again and again for {ms|s}, on the page and in a worker.",
        "run": "four ways, one freezes this page for {ms|s}",
        "claims": ["K86"],
        "prediction": {
            "question": "In a worker nobody is kept from anything. How does the one that blocks compare there?",
            "answers": [
                {
                    "text": "it is clearly faster: there is nothing to manage",
                    "why": "What takes the time is the request, and it is the same for both.",
                    "right": "each('blocks, in a worker') < 0.5 * each('awaits, in a worker')"
                },
                {
                    "text": "it takes about as long",
                    "why": "It was otherwise here: see the figures.",
                    "right": "each('blocks, in a worker') >= 0.5 * each('awaits, in a worker') and each('blocks, in a worker') <= 2 * each('awaits, in a worker')"
                },
                {
                    "text": "it is clearly slower",
                    "why": "Blocking costs nobody anything there, not even itself.",
                    "right": "each('blocks, in a worker') > 2 * each('awaits, in a worker')"
                }
            ]
        },
        "measures": [
            { "name": "letters", "label": "letters", "unit": "letters" },
            { "name": "each", "label": "one run of the program", "unit": "ms" },
            { "name": "lines", "label": "lines of the program", "unit": "lines" },
            { "name": "bytes", "label": "bytes of the program", "unit": "bytes" }
        ],
        "equal": ["letters"],
        "findings": [
            {
                "claim": "K86",
                "says": "In a simple project asynchronous code is overkill",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "hold('blocks, on the page') >= 0.8 * total('blocks, on the page') and max(hold('awaits, on the page'), hold('blocks, in a worker'), hold('awaits, in a worker')) < 0.3 * hold('blocks, on the page') and each('blocks, in a worker') < 2 * each('awaits, in a worker') and each('awaits, in a worker') < 2 * each('blocks, in a worker')",
                        "finding": "conditional",
                        "why": "In a worker one run took {each('blocks, in a worker')|ms} where it blocks and {each('awaits, in a worker')|ms} where it awaits, and your page noticed neither. On the page the one that blocks held it for {hold('blocks, on the page')|ms}, and the other for {hold('awaits, on the page')|ms}. The one that awaits has {lines('awaits, on the page')|lines}, the other {lines('blocks, on the page')|}."
                    },
                    {
                        "when": "hold('blocks, on the page') < 0.3 * total('blocks, on the page')",
                        "finding": "holds",
                        "why": "The one that blocks held the page for {hold('blocks, on the page')|ms} only."
                    },
                    {
                        "when": "max(hold('awaits, on the page'), hold('blocks, in a worker'), hold('awaits, in a worker')) > 0.65 * hold('blocks, on the page')",
                        "finding": "misleading",
                        "why": "The page was held for {hold('blocks, on the page')|ms} by the one that blocks, and for {hold('awaits, on the page')|ms} by the one that awaits; from a worker for {hold('blocks, in a worker')|ms} and {hold('awaits, in a worker')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each runs for", "unit": "ms", "min": 300, "max": 800, "step": 100, "default": 400 }
    }
    arms {
        sync blocking_on_the_page "blocks, on the page" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "awaits, on the page" }
        async awaited_on_the_page "awaits, on the page" { "warning": "the page stays yours", "opposite": "blocks, on the page" }
        async blocking_in_a_worker "blocks, in a worker" { "warning": "the page stays yours", "opposite": "blocks, on the page" }
        async awaited_in_a_worker "awaits, in a worker" { "warning": "the page stays yours", "opposite": "blocks, on the page" }
    }
}
