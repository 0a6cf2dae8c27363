//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{callback, future, polling, queue, stream};

experiment::declare! {
    about {
        "title": "Five ways to learn of a result",
        "lead": "A job of {ms|s} runs five times. Each time its result is delivered in another way.",
        "run": "one job, five ways",
        "claims": ["K21"],
        "prediction": {
            "question": "Which of the five does work that turns out to be wasted?",
            "answers": [
                {
                    "text": "the queue: it keeps messages",
                    "why": "A queue of one message is a place to put it. Nobody looks into it before something is there.",
                    "right": "wasted('queue') > max(wasted('polling'), wasted('future'))"
                },
                {
                    "text": "the future: it is polled",
                    "why": "A future is polled when it has been woken, and it is woken when there is something to see.",
                    "right": "wasted('future') > max(wasted('polling'), wasted('queue'))"
                },
                {
                    "text": "polling in a loop",
                    "why": "The figures say otherwise.",
                    "right": "wasted('polling') > max(wasted('future'), wasted('queue'))"
                }
            ]
        },
        "measures": [
            { "name": "value", "label": "the result", "unit": "" },
            { "name": "delay", "label": "from the job's end until it was known", "unit": "ms" },
            { "name": "wasted", "label": "looks in vain", "unit": "looks" }
        ],
        "equal": ["value"],
        "findings": [
            {
                "claim": "K21",
                "says": "Results come back in three ways: by callback, by a promise or future, through a queue of messages",
                "expected": "holds",
                "cases": [
                    {
                        "when": "value('callback') == value('future') and value('queue') == value('future') and max(wasted('callback'), wasted('future'), wasted('queue'), wasted('stream')) == 0 and wasted('polling') > 2",
                        "finding": "holds",
                        "why": "All three delivered the same result, and so did a stream and a loop that polls: there are more ways than three. The loop looked in vain {wasted('polling')|times} and knew {delay('polling')|ms} after the job's end, the callback after {delay('callback')|ms}, the future after {delay('future')|ms}."
                    },
                    {
                        "when": "wasted('callback') + wasted('future') + wasted('queue') + wasted('stream') > 1 or wasted('polling') == 0 or value('callback') < value('future') or value('callback') > value('future') or value('queue') < value('future') or value('queue') > value('future')",
                        "finding": "misleading",
                        "why": "Looks in vain: {wasted('callback')|looks} by callback, {wasted('future')|looks} by future, {wasted('queue')|looks} through the queue, {wasted('stream')|looks} through the stream, {wasted('polling')|looks} by polling."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the job takes", "unit": "ms", "min": 100, "max": 500, "step": 50, "default": 200 }
    }
    arms {
        async callback "callback" { "warning": "the page stays yours", "opposite": "polling" }
        async future "future" { "warning": "the page stays yours", "opposite": "polling" }
        async queue "queue" { "warning": "the page stays yours", "opposite": "polling" }
        async stream "stream" { "warning": "the page stays yours", "opposite": "polling" }
        async polling "polling" { "warning": "the page stays yours", "opposite": "callback" }
    }
}
