//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Rounds, as_they_come, at_the_end, in_order, size};

experiment::declare! {
    about {
        "title": "In which order?",
        "lead": "Ten requests at the same time, each of which takes as long as chance says, some 30 ms at most; round after round, with the same luck for each way. Their results are handed on when the last is there; each as it comes; or through a buffer that hands on what it may.",
        "run": "ten requests, again and again",
        "claims": ["K63"],
        "prediction": {
            "question": "The replies come in any order. In which of the three ways are the results in the order of asking?",
            "answers": [
                {
                    "text": "in none",
                    "why": "A join hands its results on in the order of asking, whatever came first, and so does a buffer that keeps the order.",
                    "right": "delivered('when all are there') >= 1"
                },
                {
                    "text": "in one",
                    "why": "A buffer can keep the order as well, and hands on what it may.",
                    "right": "delivered('when all are there') < 1 and delivered('in order, as they come') >= 1"
                },
                {
                    "text": "in two",
                    "why": "It was otherwise here: see the figures.",
                    "right": "delivered('when all are there') < 1 and delivered('in order, as they come') < 1"
                }
            ]
        },
        "measures": [
            { "name": "pairs", "label": "pairs: each two replies of a round are one", "unit": "pairs" },
            { "name": "arrived", "label": "pairs that arrived the other way round", "unit": "pairs" },
            { "name": "delivered", "label": "pairs that were handed on the other way round", "unit": "pairs" },
            { "name": "first", "label": "until the first result could be used", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K63",
                "says": "Replies come in no fixed order, and can be dealt with as they come",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "min(arrived('when all are there'), arrived('in order, as they come')) >= 10 and arrived('as they come') >= 10 and delivered('when all are there') == 0 and delivered('as they come') >= 10 and delivered('in order, as they come') == 0 and first('as they come') < 0.8 * first('when all are there')",
                        "finding": "conditional",
                        "why": "Of {pairs('as they come')|pairs} of replies {arrived('as they come')|} arrived the other way round, and as they came they could be used after {first('as they come')|ms} instead of {first('when all are there')|ms}. But whoever waits for all gets them in the order of asking: {delivered('when all are there')|pairs} were swapped. So does whoever keeps the order on the way, with {delivered('in order, as they come')|} swapped, and there the first could be used after {first('in order, as they come')|ms}."
                    },
                    {
                        "when": "arrived('as they come') == 0",
                        "finding": "false",
                        "why": "The replies arrived in the order of asking."
                    },
                    {
                        "when": "delivered('when all are there') > 0 or delivered('in order, as they come') > 0 or arrived('as they come') >= 10 and delivered('as they come') == 0",
                        "finding": "holds",
                        "why": "They arrived with {arrived('as they come')|pairs} the other way round, and were handed on with {delivered('as they come')|} as they came, {delivered('when all are there')|} when all were there, {delivered('in order, as they come')|} in order."
                    }
                ]
            }
        ]
    }
    params {
        rounds { "label": "rounds", "unit": "rounds", "min": 10, "max": 60, "step": 10, "default": 20 }
    }
    prepare size -> Rounds;
    arms {
        async at_the_end "when all are there" { "warning": "the page stays yours", "opposite": "as they come" }
        async as_they_come "as they come" { "warning": "the page stays yours", "opposite": "when all are there" }
        async in_order "in order, as they come" { "warning": "the page stays yours", "opposite": "as they come" }
    }
}
