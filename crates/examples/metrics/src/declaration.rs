//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{beside_each_other, one_after_the_other};

experiment::declare! {
    about {
        "title": "Metrics beside a fetch",
        "lead": "A profile is fetched, which takes {ms|s}. Five metrics have to be written as well, which takes a fifth of a second in all.",
        "run": "a fetch and five metrics, two ways",
        "claims": ["K26"],
        "prediction": {
            "question": "The fetch and the metrics are joined. How long do both take?",
            "answers": [
                {
                    "text": "the fetch alone",
                    "why": "It took longer than that: see the figures.",
                    "right": "during('beside each other') == 1 and took('beside each other') < 0.85 * took('one after the other')"
                },
                {
                    "text": "the fetch and the metrics",
                    "why": "The fetch waits, and while it waits the executor polls the metrics.",
                    "right": "took('beside each other') >= 0.85 * took('one after the other')"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "from the request to the end of both", "unit": "ms" },
            { "name": "during", "label": "all metrics written before the profile came", "unit": "yes or no" }
        ],
        "findings": [
            {
                "claim": "K26",
                "says": "A second task can run while the first one is suspended",
                "expected": "holds",
                "cases": [
                    {
                        "when": "during('beside each other') == 1 and during('one after the other') == 0 and took('beside each other') < 0.85 * took('one after the other')",
                        "finding": "holds",
                        "why": "Beside each other both took {took('beside each other')|ms}, and all metrics were written before the profile came. One after the other they took {took('one after the other')|ms}."
                    },
                    {
                        "when": "during('beside each other') == 0",
                        "finding": "false",
                        "why": "The metrics were not written before the profile came; both together took {took('beside each other')|ms}."
                    },
                    {
                        "when": "during('one after the other') == 1 or took('beside each other') > 1.3 * took('one after the other')",
                        "finding": "misleading",
                        "why": "Beside each other both took {took('beside each other')|ms}, one after the other {took('one after the other')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the fetch takes", "unit": "ms", "min": 300, "max": 600, "step": 50, "default": 400 }
    }
    arms {
        async one_after_the_other "one after the other" { "warning": "the page stays yours", "opposite": "beside each other" }
        async beside_each_other "beside each other" { "warning": "the page stays yours", "opposite": "one after the other" }
    }
}
