//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    js_all, js_all_settled, js_any, js_race, rust_any, rust_join, rust_select, rust_try_join,
};

experiment::declare! {
    about {
        "title": "What becomes of the losers",
        "lead": "Three orders: the first is sold out after {ms|s}, the second is delivered after twice that time, the third after three times. They are put together in four ways, in Rust and in JavaScript. Some ways are over early, and then the panel goes on watching the kitchen.",
        "run": "four ways in two languages",
        "claims": ["K27"],
        "prediction": {
            "question": "Promise.all is told that the first order is sold out, and tells you. What do the other two do?",
            "answers": [
                {
                    "text": "they are cancelled",
                    "why": "A promise is only the news of something that is under way. That nobody listens to the news any more stops nothing.",
                    "right": "late('all, JavaScript') == 0"
                },
                {
                    "text": "they are delivered all the same",
                    "why": "The figures say otherwise.",
                    "right": "late('all, JavaScript') == 2"
                }
            ]
        },
        "measures": [
            { "name": "told", "label": "the caller was told after", "unit": "ms" },
            { "name": "late", "label": "delivered after the caller was told", "unit": "orders" },
            { "name": "delivered", "label": "delivered in all", "unit": "orders" }
        ],
        "findings": [
            {
                "claim": "K27",
                "says": "Mishandled callbacks, promises or awaits bring bugs",
                "expected": "holds",
                "cases": [
                    {
                        "when": "late('all, JavaScript') == 2 and late('race, JavaScript') == 2 and late('any, JavaScript') == 1 and late('allSettled, JavaScript') == 0 and late('try-join') + late('select') + late('any') + late('join') == 0 and delivered('join') == 2 and delivered('any') == 1 and delivered('try-join') + delivered('select') == 0",
                        "finding": "holds",
                        "why": "Promise.all said after {told('all, JavaScript')|ms} that it had failed, and {late('all, JavaScript')|orders} were delivered after that; whoever orders again now gets them twice. After Promise.race it was {late('race, JavaScript')|orders}, after Promise.any {late('any, JavaScript')|orders}. In Rust nothing came late: the losers were dropped, and what they had not done yet was not done."
                    },
                    {
                        "when": "late('all, JavaScript') + late('race, JavaScript') + late('any, JavaScript') == 0",
                        "finding": "false",
                        "why": "In JavaScript nothing was delivered after the caller had been told."
                    },
                    {
                        "when": "late('try-join') + late('select') + late('any') + late('join') > 0 or late('allSettled, JavaScript') > 0 or late('race, JavaScript') == 0 or late('all, JavaScript') == 0 or late('any, JavaScript') == 0 or delivered('join') == 0 or delivered('any') == 0 or delivered('try-join') + delivered('select') > 0",
                        "finding": "misleading",
                        "why": "After the caller had been told, JavaScript delivered {late('all, JavaScript')|orders} with all, {late('race, JavaScript')|orders} with race and {late('any, JavaScript')|orders} with any; Rust {late('try-join')|orders} with try-join, {late('select')|orders} with select and {late('any')|orders} with any."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the first is sold out after", "unit": "ms", "min": 60, "max": 200, "step": 20, "default": 100 }
    }
    arms {
        async rust_join "join" { "warning": "the page stays yours", "opposite": "select" }
        async rust_try_join "try-join" { "warning": "the page stays yours", "opposite": "join" }
        async rust_select "select" { "warning": "the page stays yours", "opposite": "join" }
        async rust_any "any" { "warning": "the page stays yours", "opposite": "join" }
        async js_all_settled "allSettled, JavaScript" { "warning": "the page stays yours", "opposite": "race, JavaScript" }
        async js_all "all, JavaScript" { "warning": "the page stays yours", "opposite": "allSettled, JavaScript" }
        async js_race "race, JavaScript" { "warning": "the page stays yours", "opposite": "allSettled, JavaScript" }
        async js_any "any, JavaScript" { "warning": "the page stays yours", "opposite": "allSettled, JavaScript" }
    }
}
