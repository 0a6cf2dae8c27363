//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{microtask_yield, no_yield, task_yield, worker};

experiment::declare! {
    about {
        "title": "Rows that appear while you wait, or not",
        "lead": "Some rows are computed, 10 ms each, and each is written into the page as soon as it is there. Watch the place below the strips.",
        "run": "rows in four ways, with freezes",
        "throughput": true,
        "claims": ["K11"],
        "prediction": {
            "question": "Each row is written as soon as it is computed. In which ways do you see rows appear while the rest are computed?",
            "answers": [
                {
                    "text": "in all four",
                    "why": "Writing into the page only changes the document. It is drawn when the thread is free for a frame.",
                    "right": "min(paints('no yield'), paints('microtask yield'), paints('task yield'), paints('worker')) >= 5"
                },
                {
                    "text": "in all but the first",
                    "why": "An await on a microtask gives the thread to other microtasks alone. No frame is drawn in between.",
                    "right": "min(paints('microtask yield'), paints('task yield'), paints('worker')) >= 5 and paints('no yield') < 5"
                },
                {
                    "text": "with a task yield and from the worker",
                    "why": "The frames say otherwise: see the figures.",
                    "right": "min(paints('task yield'), paints('worker')) >= 5 and max(paints('no yield'), paints('microtask yield')) < 5"
                },
                {
                    "text": "only from the worker",
                    "why": "No second thread is needed. It is enough to give the one thread back to the browser now and then.",
                    "right": "paints('worker') >= 5 and max(paints('no yield'), paints('microtask yield'), paints('task yield')) < 5"
                }
            ]
        },
        "measures": [
            { "name": "paints", "label": "frames that showed more rows than the one before", "unit": "frames" },
            { "name": "first", "label": "until the first frame with a row began", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K11",
                "says": "Asynchronous code can show information while it is still working",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "min(paints('task yield'), paints('worker')) >= 5 * max(1, paints('no yield'), paints('microtask yield'))",
                        "finding": "conditional",
                        "why": "In one go, all rows came in {paints('no yield')|frames}, the first after {first('no yield')|ms}. With a microtask after each row it was {paints('microtask yield')|frames} and {first('microtask yield')|ms}. With a real yield it was {paints('task yield')|frames}, the first row after {first('task yield')|ms}; from the worker {paints('worker')|frames}. The condition is that the browser gets a turn, and a thread of its own is not part of it."
                    },
                    {
                        "when": "min(paints('no yield'), paints('microtask yield'), paints('task yield'), paints('worker')) >= 5",
                        "finding": "holds",
                        "why": "All four ways showed rows while they worked: in {paints('no yield')|frames}, {paints('microtask yield')|frames}, {paints('task yield')|frames} and {paints('worker')|frames}."
                    },
                    {
                        "when": "max(paints('no yield'), paints('microtask yield')) > 3",
                        "finding": "misleading",
                        "why": "The rows came in {paints('no yield')|frames} without a yield, {paints('microtask yield')|frames} with microtasks, {paints('task yield')|frames} with tasks and {paints('worker')|frames} from the worker."
                    }
                ]
            }
        ]
    }
    params {
        rows { "label": "rows", "unit": "", "min": 40, "max": 100, "step": 10, "default": 60 }
    }
    arms {
        async no_yield "no yield" { "warning": "freezes this page", "freezes": true, "opposite": "task yield" }
        async microtask_yield "microtask yield" { "warning": "freezes this page", "freezes": true, "opposite": "task yield" }
        async task_yield "task yield" { "warning": "the page stays yours", "opposite": "no yield" }
        async worker "worker" { "warning": "the page stays yours", "opposite": "no yield" }
    }
}
