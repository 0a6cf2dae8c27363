//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{all, all_settled, any};

experiment::declare! {
    about {
        "title": "Some succeed, some fail",
        "lead": "Eight requests at the same time, of which each fails with a probability of 0.3; round after round, with the same luck in each arm. Awaited until the first failure; until each has succeeded or failed; until the first success.",
        "run": "eight requests, again and again",
        "claims": ["K62"],
        "prediction": {
            "question": "'All' gives you eight results or none. In how many rounds of a hundred does it give you eight?",
            "answers": [
                {
                    "text": "in about seventy: that is what each request manages",
                    "why": "It wants all eight to be lucky in the same round.",
                    "right": "complete('all') >= 0.6"
                },
                {
                    "text": "in about fifty",
                    "why": "Eight times lucky is much rarer: 0.7 to the power of eight.",
                    "right": "complete('all') < 0.6 and complete('all') >= 0.3"
                },
                {
                    "text": "in about six",
                    "why": "It was otherwise here: see the figures.",
                    "right": "complete('all') < 0.3"
                }
            ]
        },
        "measures": [
            { "name": "kept", "label": "results given to the caller", "unit": "results" },
            { "name": "complete", "label": "rounds with all eight", "unit": "%" },
            { "name": "none", "label": "rounds without any", "unit": "rounds" },
            { "name": "sets", "label": "different outcomes seen", "unit": "outcomes" }
        ],
        "findings": [
            {
                "claim": "K62",
                "says": "With asynchronous work, some of it may succeed while some fails, and every combination has to be considered",
                "expected": "holds",
                "cases": [
                    {
                        "when": "sets('all settled') >= 12 and kept('all') < 0.3 * kept('all settled') and kept('any') < 0.3 * kept('all settled') and kept('any') >= 1 and none('any') < 0.2 * none('all')",
                        "finding": "holds",
                        "why": "Of the 256 combinations that eight requests can come out in, {sets('all settled')|} were seen. Only waiting for each kept every success: {kept('all settled')|results}, against {kept('all')|} with 'all', which gave nothing in {none('all')|rounds}, and {kept('any')|} with 'any'."
                    },
                    {
                        "when": "sets('all settled') < 3",
                        "finding": "false",
                        "why": "The requests came out in {sets('all settled')|} ways."
                    },
                    {
                        "when": "kept('all') > 0.65 * kept('all settled') or kept('any') > 0.65 * kept('all settled') or kept('any') == 0 or none('any') > 0.6 * none('all')",
                        "finding": "conditional",
                        "why": "The requests came out in {sets('all settled')|} ways; kept were {kept('all settled')|results}, {kept('all')|} with 'all', {kept('any')|} with 'any'."
                    }
                ]
            }
        ]
    }
    params {
        rounds { "label": "rounds", "unit": "rounds", "min": 30, "max": 100, "step": 10, "default": 50 }
    }
    arms {
        async all "all" { "warning": "the page stays yours", "opposite": "all settled" }
        async all_settled "all settled" { "warning": "the page stays yours", "opposite": "any" }
        async any "any" { "warning": "the page stays yours", "opposite": "all settled" }
    }
}
