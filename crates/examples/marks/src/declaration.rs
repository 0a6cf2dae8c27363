//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

use crate::{a_hundred, as_long_as_you_say, five, thirty};

experiment::declare! {
    about {
        "title": "From which length on does it hurt?",
        "lead": "Something on the page blocks for 5, 30 and 100 ms, and for {ms|s}, twice each. A worker sends a sign every few milliseconds, as a click could come at any time.",
        "run": "four lengths, the last freezes this page for {ms|s} twice",
        "claims": ["K89"],
        "prediction": {
            "question": "From which length on does the page draw fewer frames?",
            "answers": [
                {
                    "text": "from 5 ms on",
                    "why": "A frame has room for 5 ms: at sixty frames in a second there are 16 ms for each.",
                    "right": "frame_gap('5 ms') >= 0.7 * frame_gap('30 ms')"
                },
                {
                    "text": "from 30 ms on",
                    "why": "It was otherwise here: see the frames without pictures in between.",
                    "right": "frame_gap('5 ms') < 0.7 * frame_gap('30 ms')"
                },
                {
                    "text": "from a second on",
                    "why": "Long before: a block longer than a frame leaves no frame while it lasts.",
                    "right": "frame_gap('100 ms') < 30"
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
                        "when": "late('5 ms') < 0.5 * late('100 ms') and late('100 ms') >= 50 and late('as long as you say') > 1.5 * late('100 ms') and frame_gap('100 ms') > 2 * frame_gap('5 ms')",
                        "finding": "conditional",
                        "why": "On a page it is trouble early. Blocks of 5 ms left at most {frame_gap('5 ms')|ms} without a frame, and a sign was {late('5 ms')|ms} late. With 30 ms it was {frame_gap('30 ms')|ms} and {late('30 ms')|ms}, with 100 ms {frame_gap('100 ms')|ms} and {late('100 ms')|ms}, and with the longest {frame_gap('as long as you say')|ms} and {late('as long as you say')|ms}."
                    },
                    {
                        "when": "late('as long as you say') < 50",
                        "finding": "holds",
                        "why": "Not even the longest block was noticed: a sign was {late('as long as you say')|ms} late."
                    },
                    {
                        "finding": "misleading",
                        "why": "A sign was late by {late('5 ms')|ms} beside blocks of 5 ms, by {late('30 ms')|ms} beside 30, by {late('100 ms')|ms} beside 100 and by {late('as long as you say')|ms} beside the longest."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the longest block", "unit": "ms", "min": 200, "max": 500, "step": 50, "default": 300 }
    }
    arms {
        async five "5 ms" { "warning": "the page stays yours", "repeats": 3, "opposite": "as long as you say" }
        async thirty "30 ms" { "warning": "is not quite smooth", "repeats": 3, "opposite": "as long as you say" }
        async a_hundred "100 ms" { "warning": "stutters", "repeats": 3, "opposite": "5 ms" }
        async as_long_as_you_say "as long as you say" { "warning": "freezes this page for {ms|s}, twice", "freezes": true, "opposite": "5 ms" }
    }
}
