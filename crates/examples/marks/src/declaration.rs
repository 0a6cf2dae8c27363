//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_hundred, as_long_as_you_say, five, three_hundred};

experiment::declare! {
    about {
        "title": "At what length does it begin to hurt?",
        "lead": "Something on the page blocks twice for 5 ms, for as long as you say, for 100 and for 300 ms. A worker sends a sign every few milliseconds, as a click could come at any time.",
        "run": "four lengths, the last freezes this page for 0.3 s twice",
        "claims": ["K89"],
        "prediction": {
            "question": "At sixty frames in a second there are about 17 ms for each. With blocks of 30 ms, how long is there no frame at most?",
            "answers": [
                {
                    "text": "as long as with 5 ms: the frame comes between two blocks",
                    "why": "A block that is longer than a frame leaves none while it lasts.",
                    "right": "frame_gap('5 ms') >= 0.7 * frame_gap('as long as you say')"
                },
                {
                    "text": "clearly longer",
                    "why": "It was otherwise here: see the frame gaps among the figures.",
                    "right": "frame_gap('5 ms') < 0.7 * frame_gap('as long as you say')"
                }
            ]
        },
        "measures": [
            { "name": "late", "label": "a sign was heard late by", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K89",
                "says": "Keep the synchronous version until waiting is a real trouble",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "late('5 ms') < 0.5 * late('100 ms') and late('100 ms') >= 50 and late('300 ms') > 1.5 * late('100 ms') and frame_gap('100 ms') > 2 * frame_gap('5 ms')",
                        "finding": "conditional",
                        "why": "On a page it is trouble early. Blocks of 5 ms left at most {frame_gap('5 ms')|ms} without a frame, and a sign was {late('5 ms')|ms} late. With blocks as long as you said it was {frame_gap('as long as you say')|ms} and {late('as long as you say')|ms}, with 100 ms {frame_gap('100 ms')|ms} and {late('100 ms')|ms}, and with 300 ms {frame_gap('300 ms')|ms} and {late('300 ms')|ms}."
                    },
                    {
                        "when": "late('300 ms') < 50",
                        "finding": "holds",
                        "why": "Not even the longest block was noticed: a sign was {late('300 ms')|ms} late."
                    },
                    {
                        "when": "late('5 ms') > 0.65 * late('100 ms') or late('300 ms') < late('100 ms') or frame_gap('100 ms') < 1.45 * frame_gap('5 ms')",
                        "finding": "misleading",
                        "why": "A sign was late by {late('5 ms')|ms} beside blocks of 5 ms, by {late('100 ms')|ms} beside 100 and by {late('300 ms')|ms} beside 300."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "a block as long as you say", "unit": "ms", "min": 10, "max": 60, "step": 2, "default": 30 }
    }
    arms {
        async five "5 ms" { "warning": "the page stays yours", "repeats": 3, "opposite": "300 ms" }
        async as_long_as_you_say "as long as you say" { "warning": "may stutter", "repeats": 3, "opposite": "300 ms" }
        async a_hundred "100 ms" { "warning": "stutters", "repeats": 3, "opposite": "5 ms" }
        async three_hundred "300 ms" { "warning": "freezes this page for 0.3 s, twice", "freezes": true, "opposite": "5 ms" }
    }
}
