//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_reply, a_timer, a_worker, a_worker_page_busy};

experiment::declare! {
    about {
        "title": "Who calls back, and when is it heard?",
        "lead": "Three futures, each finished after {ms|s} by somebody else: a reply, a timer, a worker whose own thread is held all the while. Then the worker again, with this page busy for five times as long.",
        "run": "four futures, one freeze",
        "claims": ["K13", "K14"],
        "prediction": {
            "question": "The worker is done, and this page is still busy. When does the page learn of it?",
            "answers": [
                {
                    "text": "at once: the worker tells it",
                    "why": "The worker puts a message into the page's queue. Somebody has to take it out, and the page's thread is busy.",
                    "right": "noticed('a worker, page busy') < 3 * max(5, noticed('a worker'))"
                },
                {
                    "text": "when the page is free again",
                    "why": "It learned of it earlier.",
                    "right": "noticed('a worker, page busy') >= 0.6 * total('a worker, page busy')"
                },
                {
                    "text": "in a break that the browser makes",
                    "why": "The browser makes no breaks. A piece of code has the thread until it gives it back.",
                    "right": "noticed('a worker, page busy') >= 3 * max(5, noticed('a worker')) and noticed('a worker, page busy') < 0.6 * total('a worker, page busy')"
                }
            ]
        },
        "measures": [
            { "name": "noticed", "label": "from the worker's end until the page went on", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K13",
                "says": "At its end each asynchronous operation tells the main thread its result",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "noticed('a worker, page busy') >= 10 * max(5, noticed('a worker'))",
                        "finding": "conditional",
                        "why": "A free page went on {noticed('a worker')|ms} after the worker's end, a busy one only after {noticed('a worker, page busy')|ms}. To be told is to get a message into a queue, and the queue is read when the thread is free."
                    },
                    {
                        "when": "noticed('a worker, page busy') < 3 * max(5, noticed('a worker'))",
                        "finding": "holds",
                        "why": "The page went on {noticed('a worker')|ms} after the worker's end, and {noticed('a worker, page busy')|ms} after it while it was busy."
                    },
                    {
                        "finding": "unmeasurable",
                        "why": "The page went on {noticed('a worker')|ms} after the worker's end while it was free, and {noticed('a worker, page busy')|ms} after it while it was busy."
                    }
                ]
            },
            {
                "claim": "K14",
                "says": "Asynchronous code rests on input and output that do not block",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "max(hold('a reply'), hold('a timer'), hold('a worker')) < 0.15 * hold('a worker, page busy')",
                        "finding": "conditional",
                        "why": "While the reply was awaited, this page was held for {hold('a reply')|ms} at most, while the timer was for {hold('a timer')|ms}, while the worker was for {hold('a worker')|ms}. Only the first of the three is input or output, and the worker's own thread was held by a spin. What they share is somebody who calls back."
                    },
                    {
                        "when": "hold('a reply') < 0.15 * hold('a worker, page busy') and min(hold('a timer'), hold('a worker')) >= 0.15 * hold('a worker, page busy')",
                        "finding": "holds",
                        "why": "Only the reply left the page alone: it held it for {hold('a reply')|ms}, the timer for {hold('a timer')|ms}, the worker for {hold('a worker')|ms}."
                    },
                    {
                        "when": "max(hold('a reply'), hold('a timer'), hold('a worker')) > 0.65 * hold('a worker, page busy')",
                        "finding": "misleading",
                        "why": "The page was held for {hold('a reply')|ms} by the reply, {hold('a timer')|ms} by the timer, {hold('a worker')|ms} by the worker and {hold('a worker, page busy')|ms} while it was busy."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each takes", "unit": "ms", "min": 100, "max": 300, "step": 50, "default": 200 }
    }
    arms {
        async a_reply "a reply" { "warning": "the page stays yours", "opposite": "a worker, page busy" }
        async a_timer "a timer" { "warning": "the page stays yours", "opposite": "a worker, page busy" }
        async a_worker "a worker" { "warning": "the page stays yours", "opposite": "a worker, page busy" }
        async a_worker_page_busy "a worker, page busy" { "warning": "freezes this page for five times as long", "freezes": true, "opposite": "a worker" }
    }
}
