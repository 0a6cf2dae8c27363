//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{js_awaited, js_forgotten, rust_awaited, rust_forgotten};

experiment::declare! {
    about {
        "title": "The forgotten await",
        "lead": "A number of users knock, and none of them may come in. An async function notes each knock and says no. Four ways to ask it.",
        "run": "the same question, four ways",
        "claims": ["K27"],
        "prediction": {
            "question": "In JavaScript the await before the check is forgotten. Who is let in?",
            "answers": [
                {
                    "text": "nobody: without await there is no answer",
                    "why": "There is no answer, but there is a promise of one, and a promise counts as true.",
                    "right": "granted('JavaScript, forgotten') == 0"
                },
                {
                    "text": "everybody",
                    "why": "The figures say otherwise.",
                    "right": "granted('JavaScript, forgotten') == noted('JavaScript, awaited')"
                },
                {
                    "text": "those whose check is quick",
                    "why": "The check does not matter at all: what is asked is whether there is a promise.",
                    "right": "granted('JavaScript, forgotten') > 0 and granted('JavaScript, forgotten') < noted('JavaScript, awaited')"
                }
            ]
        },
        "measures": [
            { "name": "granted", "label": "users let in", "unit": "users" },
            { "name": "noted", "label": "knocks noted", "unit": "knocks" }
        ],
        "findings": [
            {
                "claim": "K27",
                "says": "Mishandled callbacks, promises or awaits bring bugs",
                "expected": "holds",
                "cases": [
                    {
                        "when": "granted('JavaScript, forgotten') == noted('JavaScript, awaited') and granted('JavaScript, awaited') == 0 and noted('JavaScript, forgotten') == noted('JavaScript, awaited') and noted('Rust, awaited') > 0 and noted('Rust, forgotten') == 0",
                        "finding": "holds",
                        "why": "With the await, JavaScript let {granted('JavaScript, awaited')|users} in; without it, {granted('JavaScript, forgotten')|users}, though all {noted('JavaScript, forgotten')|knocks} were noted. Rust does not take a future for a bool. What can be forgotten there is to poll it: with the await {noted('Rust, awaited')|knocks} were noted, without it {noted('Rust, forgotten')|knocks}."
                    },
                    {
                        "when": "granted('JavaScript, forgotten') == 0 and noted('Rust, forgotten') == noted('Rust, awaited')",
                        "finding": "false",
                        "why": "The forgotten awaits changed nothing: {granted('JavaScript, forgotten')|users} let in, {noted('Rust, forgotten')|knocks} noted."
                    },
                    {
                        "when": "granted('JavaScript, awaited') > 0 or granted('JavaScript, forgotten') == 0 or noted('Rust, awaited') == 0 or noted('Rust, forgotten') > 0 or noted('JavaScript, forgotten') == 0",
                        "finding": "misleading",
                        "why": "JavaScript let {granted('JavaScript, awaited')|users} in with the await and {granted('JavaScript, forgotten')|users} without; Rust noted {noted('Rust, awaited')|knocks} with it and {noted('Rust, forgotten')|knocks} without."
                    }
                ]
            }
        ]
    }
    params {
        users { "label": "users", "unit": "", "min": 10, "max": 100, "step": 10, "default": 50 }
    }
    arms {
        async js_awaited "JavaScript, awaited" { "warning": "the page stays yours", "opposite": "JavaScript, forgotten" }
        async js_forgotten "JavaScript, forgotten" { "warning": "the page stays yours", "opposite": "JavaScript, awaited" }
        async rust_awaited "Rust, awaited" { "warning": "the page stays yours", "opposite": "Rust, forgotten" }
        async rust_forgotten "Rust, forgotten" { "warning": "the page stays yours", "opposite": "Rust, awaited" }
    }
}
