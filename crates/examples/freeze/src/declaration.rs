//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{blocking_loop, future};

experiment::declare! {
    about {
        "title": "Wait for an answer, two ways",
        "lead": "The answer takes {ms|s} to come. One way of waiting holds the page's thread until then, the other lets go of it.",
        "run": "freezes this page for {ms|s}",
        "claims": ["K05", "K07"],
        "prediction": {
            "question": "You click the counter below while the page waits. When is your click heard?",
            "answers": [
                {
                    "text": "at once, both times",
                    "why": "A click cannot be heard while the thread is held: no code of the page runs then, the click counter's included.",
                    "right": "max(hold('blocking loop'), hold('future')) < 0.1 * total('future')"
                },
                {
                    "text": "at once, but only while the future waits",
                    "why": "A future that waits is only a note of whom to call. The thread is free for your clicks.",
                    "right": "hold('future') < 0.1 * hold('blocking loop')"
                },
                {
                    "text": "after the wait, both times",
                    "why": "Waiting does not need a thread. The browser keeps the timer, and the page's thread is free until it fires.",
                    "right": "min(hold('blocking loop'), hold('future')) >= 0.1 * total('future')"
                }
            ]
        },
        "findings": [
            {
                "claim": "K05",
                "says": "A synchronous call holds its thread for as long as it lasts",
                "expected": "holds",
                "cases": [
                    {
                        "when": "hold('blocking loop') >= 0.9 * total('blocking loop') and hold('future') < 0.1 * total('future')",
                        "finding": "holds",
                        "why": "The loop took {total('blocking loop')|ms}, and this page's heartbeat stood still for {hold('blocking loop')|ms}. The future took {total('future')|ms}, and the heartbeat was never later than {hold('future')|ms}."
                    },
                    {
                        "when": "hold('blocking loop') < 0.5 * total('blocking loop') or hold('future') > 0.6 * total('future')",
                        "finding": "false",
                        "why": "The loop took {total('blocking loop')|ms} and held the page for {hold('blocking loop')|ms}; the future took {total('future')|ms} and held it for {hold('future')|ms}."
                    }
                ]
            },
            {
                "claim": "K07",
                "says": "A long synchronous step freezes the page, while async leaves it usable",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "hold('blocking loop') >= 0.9 * total('blocking loop') and hold('future') < 0.1 * hold('blocking loop')",
                        "finding": "conditional",
                        "why": "Your page drew {frames('blocking loop')|frames} while the loop waited and {frames('future')|frames} while the future did. The condition: this future only waits. One that computes freezes the page too, as the six strategies on the first page show."
                    },
                    {
                        "when": "hold('blocking loop') < 0.5 * total('blocking loop')",
                        "finding": "false",
                        "why": "The loop took {total('blocking loop')|ms}, yet the page was held for {hold('blocking loop')|ms} only."
                    },
                    {
                        "when": "hold('future') > 0.6 * hold('blocking loop')",
                        "finding": "misleading",
                        "why": "The future held the page for {hold('future')|ms}, the loop for {hold('blocking loop')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the wait", "unit": "ms", "min": 200, "max": 2500, "step": 100, "default": 1500 }
    }
    arms {
        sync blocking_loop "blocking loop" {
            "warning": "freezes this page for {ms|s}",
            "freezes": true,
            "opposite": "future"
        }
        async future "future" {
            "warning": "the page stays yours",
            "opposite": "blocking loop"
        }
    }
}
