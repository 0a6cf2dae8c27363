//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{asked_to_stop, requests_dropped, requests_forgotten, scope, spawned};

experiment::declare! {
    about {
        "title": "Who ends with whom?",
        "lead": "Five children take steps of {ms|s} each, and their parent fails in the midst. The children were handed to the executor; or belong to the parent; or were handed over and are asked to stop. Then five requests, which belong to the parent, or were handed over.",
        "run": "five families",
        "claims": ["K56"],
        "prediction": {
            "question": "The parent has failed. What do the children do that were handed to the executor?",
            "answers": [
                {
                    "text": "they end with it",
                    "why": "They belong to the executor. Nothing connects them with who started them.",
                    "right": "after('handed over') < 1"
                },
                {
                    "text": "they go on as if nothing had happened",
                    "why": "It was otherwise here: see the figures.",
                    "right": "after('handed over') >= 1"
                }
            ]
        },
        "measures": [
            { "name": "after", "label": "steps after the parent's end", "unit": "steps" },
            { "name": "at_once", "label": "tidied up when it ended", "unit": "children" },
            { "name": "cleaned", "label": "tidied up in the end", "unit": "children" },
            { "name": "open", "label": "requests still under way over there", "unit": "requests" }
        ],
        "findings": [
            {
                "claim": "K56",
                "says": "Asynchronous code has better error handling and fault tolerance",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "after('handed over') >= 10 and after('a scope') == 0 and at_once('a scope') >= 5 and after('asked to stop') < 6 and at_once('asked to stop') < 5 and cleaned('asked to stop') >= 5 and open('requests of a scope') == 0 and open('requests handed over') >= 5",
                        "finding": "misleading",
                        "why": "Whether a failure ends what belongs to it is a matter of who owns what. Children that were handed over took {after('handed over')|steps} more after their parent's end; children that were asked to stop ended the step that they were in, {after('asked to stop')|} in all; children of a scope took {after('a scope')|}, and {at_once('a scope')|} of them had tidied up at once. Of five requests {open('requests handed over')|} were still under way when nobody wanted them, and {open('requests of a scope')|} of those that were dropped with their owner."
                    },
                    {
                        "when": "after('handed over') == 0",
                        "finding": "holds",
                        "why": "Children that were handed over took {after('handed over')|steps} after their parent's end."
                    },
                    {
                        "when": "after('a scope') > 5 or at_once('a scope') < 2 or cleaned('asked to stop') < 2 or open('requests of a scope') > 1.5",
                        "finding": "false",
                        "why": "After their parent's end the children took {after('handed over')|steps} handed over, {after('a scope')|} in a scope, {after('asked to stop')|} asked to stop. Still under way were {open('requests handed over')|requests} handed over and {open('requests of a scope')|} of a scope."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each step", "unit": "ms", "min": 40, "max": 100, "step": 10, "default": 60 }
    }
    arms {
        async spawned "handed over" { "warning": "the page stays yours", "opposite": "a scope" }
        async scope "a scope" { "warning": "the page stays yours", "opposite": "handed over" }
        async asked_to_stop "asked to stop" { "warning": "the page stays yours", "opposite": "handed over" }
        async requests_dropped "requests of a scope" { "warning": "the page stays yours", "opposite": "requests handed over" }
        async requests_forgotten "requests handed over" { "warning": "the page stays yours", "opposite": "requests of a scope" }
    }
}
