//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Pot, in_a_row, in_a_row_slow, measure_hands, overlapped, overlapped_slow};

experiment::declare! {
    about {
        "title": "Five pots, a fast cook and a slow one",
        "lead": "Each pot cooks by itself for {cooks|s}, and then needs a moment of hand work. The slow cook's hands need eight times as long.",
        "run": "five pots, four ways",
        "claims": ["K04"],
        "prediction": {
            "question": "Overlapping the pots saves time. Whom does it save more?",
            "answers": [
                {
                    "text": "the fast cook",
                    "why": "What overlaps is the cooking, and the stove does that. The hands play no part in it.",
                    "right": "total('in a row') - total('overlapped') > 1.25 * (total('in a row, slow') - total('overlapped, slow'))"
                },
                {
                    "text": "the slow cook",
                    "why": "The slow cook has more to do with the hands, and hands cannot be overlapped: there is one pair.",
                    "right": "total('in a row, slow') - total('overlapped, slow') > 1.25 * (total('in a row') - total('overlapped'))"
                },
                {
                    "text": "both about the same",
                    "why": "The savings lay further apart than a quarter.",
                    "right": "max(total('in a row') - total('overlapped'), total('in a row, slow') - total('overlapped, slow')) <= 1.25 * min(total('in a row') - total('overlapped'), total('in a row, slow') - total('overlapped, slow'))"
                }
            ]
        },
        "findings": [
            {
                "claim": "K04",
                "says": "Stronger processors brought asynchronous programming about",
                "expected": "false",
                "cases": [
                    {
                        "when": "total('in a row') - total('overlapped') >= 0.5 * total('in a row') and total('in a row, slow') - total('overlapped, slow') >= 0.75 * (total('in a row') - total('overlapped'))",
                        "finding": "false",
                        "why": "With fast hands, overlapping the waits saved {total('in a row') - total('overlapped')|ms}. With hands eight times as slow it saved {total('in a row, slow') - total('overlapped, slow')|ms}. What is saved is waiting, and a processor of any speed can wait."
                    },
                    {
                        "when": "total('in a row') - total('overlapped') >= 0.5 * total('in a row') and total('in a row, slow') - total('overlapped, slow') < 0.5 * (total('in a row') - total('overlapped'))",
                        "finding": "holds",
                        "why": "Overlapping saved {total('in a row') - total('overlapped')|ms} with fast hands and {total('in a row, slow') - total('overlapped, slow')|ms} with slow ones."
                    },
                    {
                        "when": "total('in a row') - total('overlapped') < 0.35 * total('in a row')",
                        "finding": "misleading",
                        "why": "Overlapping saved {total('in a row') - total('overlapped')|ms} of {total('in a row')|ms} with fast hands, and {total('in a row, slow') - total('overlapped, slow')|ms} of {total('in a row, slow')|ms} with slow ones."
                    }
                ]
            }
        ]
    }
    params {
        cooks { "label": "each pot cooks for", "unit": "ms", "min": 100, "max": 400, "step": 50, "default": 200 }
    }
    prepare measure_hands -> Pot;
    arms {
        async in_a_row "in a row" { "warning": "one pot after another", "opposite": "overlapped" }
        async overlapped "overlapped" { "warning": "all pots on the stove", "freezes": true, "opposite": "in a row" }
        async in_a_row_slow "in a row, slow" { "warning": "slow hands: this page stutters", "freezes": true, "opposite": "overlapped, slow" }
        async overlapped_slow "overlapped, slow" { "warning": "slow hands: this page stutters", "freezes": true, "opposite": "in a row, slow" }
    }
}
