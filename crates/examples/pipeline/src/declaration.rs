//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{little_room, no_limit, your_turn};

experiment::declare! {
    about {
        "title": "Who pushes back?",
        "lead": "Fifty pieces go through three stages: they are made, checked and stored. Making is fast, storing takes {slow|s} for each. Between two stages is room for all of them, or for two. Then be the load yourself.",
        "run": "fifty pieces, twice",
        "claims": ["K55"],
        "prediction": {
            "question": "With room for only two pieces between the stages, how long do all fifty take?",
            "answers": [
                {
                    "text": "much longer: the maker has to wait",
                    "why": "It waits for the slow stage, and all the others would have waited for that one anyway.",
                    "right": "took('room for two') >= 1.4 * took('no limit')"
                },
                {
                    "text": "as long as with room for all",
                    "why": "It was otherwise here: see the figures.",
                    "right": "took('room for two') < 1.4 * took('no limit') and took('no limit') < 1.4 * took('room for two')"
                },
                {
                    "text": "less",
                    "why": "The slow stage takes its time for each piece, however few wait in front of it.",
                    "right": "took('no limit') >= 1.4 * took('room for two')"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "all pieces", "unit": "ms" },
            { "name": "inside", "label": "made and not stored, at most", "unit": "pieces" },
            { "name": "slowest", "label": "the slowest piece", "unit": "ms" },
            { "name": "held_back", "label": "the maker was held back", "unit": "ms" },
            { "name": "taken", "label": "your orders", "unit": "orders" },
            { "name": "away", "label": "sent away", "unit": "orders" },
            { "name": "served", "label": "served", "unit": "orders" }
        ],
        "findings": [
            {
                "claim": "K55",
                "says": "With a queue, requests wait safely until they are served",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "inside('no limit') >= 3 * inside('room for two') and slowest('no limit') >= 2 * slowest('room for two') and took('room for two') < 1.4 * took('no limit') and held_back('room for two') >= 0.3 * took('room for two') and held_back('no limit') < 0.1 * took('no limit')",
                        "finding": "conditional",
                        "why": "Without a limit, up to {inside('no limit')|pieces} were inside, and the slowest took {slowest('no limit')|ms}. With room for two there were {inside('room for two')|}, the slowest took {slowest('room for two')|ms}, and all were through in {took('room for two')|ms} instead of {took('no limit')|ms}. The maker was held back for {held_back('room for two')|ms} of it: that is the price."
                    },
                    {
                        "when": "took('room for two') >= 1.4 * took('no limit')",
                        "finding": "false",
                        "why": "With room for two all took {took('room for two')|ms}, and without a limit {took('no limit')|ms}."
                    },
                    {
                        "when": "held_back('no limit') > 0.2 * took('no limit') or inside('room for two') > 0.65 * inside('no limit') and held_back('room for two') < 0.1 * took('room for two') and inside('no limit') > 10",
                        "finding": "holds",
                        "why": "Without a limit {inside('no limit')|pieces} were inside and the slowest took {slowest('no limit')|ms}, with room for two {inside('room for two')|} and {slowest('room for two')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        slow { "label": "storing takes", "unit": "ms", "min": 10, "max": 30, "step": 5, "default": 15 }
    }
    arms {
        async no_limit "no limit" { "warning": "the page stays yours", "opposite": "room for two" }
        async little_room "room for two" { "warning": "the page stays yours", "opposite": "no limit" }
        async your_turn "your turn" { "warning": "click fast, and it pushes back", "by_hand": true, "opposite": "room for two" }
    }
}
