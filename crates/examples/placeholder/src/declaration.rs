//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{async_fn, async_fn_ready, plain_call};

experiment::declare! {
    about {
        "title": "Who is user number one?",
        "lead": "A list of users is at hand, or takes {ms|s} to come. The same question is asked by a plain call and by async functions.",
        "run": "the same question, three ways",
        "claims": ["K20"],
        "prediction": {
            "question": "The async function has been called, and nothing more. What has happened?",
            "answers": [
                {
                    "text": "it runs in the background",
                    "why": "In Rust nothing runs in the background by itself. The call has made a future, and its first line has not run yet.",
                    "right": "begun('async fn') == 1"
                },
                {
                    "text": "nothing yet",
                    "why": "It had begun: see the figures.",
                    "right": "begun('async fn') == 0"
                }
            ]
        },
        "measures": [
            { "name": "begun", "label": "begun by the call", "unit": "yes or no" },
            { "name": "there", "label": "the user was there at the first look", "unit": "yes or no" },
            { "name": "polls", "label": "polls until it was there", "unit": "polls" }
        ],
        "findings": [
            {
                "claim": "K20",
                "says": "After a synchronous call the result is there, after an asynchronous call it is not there on that line",
                "expected": "holds",
                "cases": [
                    {
                        "when": "there('plain call') == 1 and begun('plain call') == 1 and begun('async fn') == 0 and there('async fn') == 0 and polls('async fn') == 2 and polls('async fn, nothing to wait for') == 1",
                        "finding": "holds",
                        "why": "The plain call had the user on its line, with {polls('plain call')|polls}. The async function had not begun after the call. Its future was polled, said that it was pending, was woken once, and was ready at the last of {polls('async fn')|polls}. With nothing to wait for, it was ready at the first."
                    },
                    {
                        "when": "begun('async fn') == 1",
                        "finding": "false",
                        "why": "The async function had begun after the call, and needed {polls('async fn')|polls}."
                    },
                    {
                        "when": "there('plain call') == 0 or begun('plain call') == 0 or there('async fn') == 1 or polls('async fn') > 3.5 or polls('async fn, nothing to wait for') > 1.5",
                        "finding": "misleading",
                        "why": "The plain call needed {polls('plain call')|polls}, the async function {polls('async fn')|polls}, and with nothing to wait for {polls('async fn, nothing to wait for')|polls}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the list takes", "unit": "ms", "min": 100, "max": 1000, "step": 100, "default": 400 }
    }
    arms {
        sync plain_call "plain call" { "warning": "over before you see it", "opposite": "async fn" }
        async async_fn "async fn" { "warning": "the page stays yours", "opposite": "plain call" }
        async async_fn_ready "async fn, nothing to wait for" { "warning": "over before you see it", "opposite": "async fn" }
    }
}
