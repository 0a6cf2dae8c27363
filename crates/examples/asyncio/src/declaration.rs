//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{mirror_awaited, mirror_blocking, python_awaited, python_blocking};

experiment::declare! {
    about {
        "title": "Python's loop, mirrored",
        "lead": "Four dishes cook on a loop made like that of asyncio, in Rust and in this page. A recording says what CPython did with the same four. Then one of them blocks.",
        "run": "four tellings, one freezes this page for a moment",
        "claims": ["K77"],
        "prediction": {
            "question": "Four tasks are under way at the same time. How many of them run at the same moment?",
            "answers": [
                {
                    "text": "one",
                    "why": "More than one did: see the figures.",
                    "right": "max(running('Rust, awaited'), threads('Python, awaited')) == 1"
                },
                {
                    "text": "as many as there are cores",
                    "why": "The loop polls one task, and then the next. It has one thread.",
                    "right": "running('Rust, awaited') > 1.3 and running('Rust, awaited') < 4"
                },
                {
                    "text": "all four",
                    "why": "All four had begun and none was over; each ran in its turn.",
                    "right": "running('Rust, awaited') >= 4"
                }
            ]
        },
        "measures": [
            { "name": "differ", "label": "lines that differ from the recording", "unit": "lines" },
            { "name": "open", "label": "under way at the same time", "unit": "tasks" },
            { "name": "running", "label": "polled at the same moment", "unit": "at most" },
            { "name": "threads", "label": "threads that told something", "unit": "threads" },
            { "name": "late", "label": "a wait was late by", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K77",
                "says": "Python is synchronous by default, and asyncio handles many tasks simultaneously",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "differ('Rust, awaited') + differ('Rust, one blocks') == 0 and min(open('Rust, awaited'), open('Python, awaited')) == 4 and max(running('Rust, awaited'), threads('Python, awaited')) == 1 and late('Rust, awaited') < 0.5 * late('Rust, one blocks') and late('Python, awaited') < 0.5 * late('Python, one blocks')",
                        "finding": "conditional",
                        "why": "The mirror told the same as CPython, line by line. {open('Rust, awaited')|tasks} were under way together, and {running('Rust, awaited')|} was polled at a moment; in the recording {threads('Python, awaited')|thread} told all of it. When one blocked, a wait of the others was late by {late('Rust, one blocks')|ms} here, and by {late('Python, one blocks')|ms} in the recording; without it, by {late('Rust, awaited')|ms} and {late('Python, awaited')|ms}."
                    },
                    {
                        "when": "running('Rust, awaited') > 1.3",
                        "finding": "holds",
                        "why": "As many as {running('Rust, awaited')|tasks} ran at the same moment."
                    },
                    {
                        "when": "differ('Rust, awaited') + differ('Rust, one blocks') > 0 or late('Rust, awaited') > 0.65 * late('Rust, one blocks') or late('Python, awaited') > 0.65 * late('Python, one blocks') or min(open('Rust, awaited'), open('Python, awaited')) < 1.5",
                        "finding": "misleading",
                        "why": "The mirror differed from the recording in {differ('Rust, awaited')|lines}, and in {differ('Rust, one blocks')|lines} when one blocked; a wait was late by {late('Rust, awaited')|ms} and {late('Rust, one blocks')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        unit { "label": "a unit of cooking", "unit": "ms", "min": 80, "max": 160, "step": 20, "default": 100 }
    }
    arms {
        async mirror_awaited "Rust, awaited" { "warning": "the page stays yours", "opposite": "Rust, one blocks" }
        async mirror_blocking "Rust, one blocks" { "warning": "freezes this page for a moment", "freezes": true, "opposite": "Rust, awaited" }
        sync python_awaited "Python, awaited" { "warning": "is read from a recording", "opposite": "Python, one blocks" }
        sync python_blocking "Python, one blocks" { "warning": "is read from a recording", "opposite": "Python, awaited" }
    }
}
