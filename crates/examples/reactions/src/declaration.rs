//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{the_handler_awaits, the_handler_blocks};

experiment::declare! {
    about {
        "title": "Twelve events and a slow answer",
        "lead": "A worker sends an event every 20 ms, twelve in all. To each the page reacts by something that takes {ms|s}: by a loop that stands for a call that blocks, or by a timer that is awaited.",
        "run": "two handlers, one freezes this page for 12 × {ms|s}",
        "claims": ["K81"],
        "prediction": {
            "question": "The handler that blocks is busy with each event for several times as long as the next takes to come. How late does it begin with the twelfth?",
            "answers": [
                {
                    "text": "a few milliseconds, as with the first",
                    "why": "The thread is held while the handler waits. Each event waits for all before it.",
                    "right": "last('blocks') < 50"
                },
                {
                    "text": "as late as one answer takes",
                    "why": "That would be so if the events came one at a time. They go on coming, and the delays add up.",
                    "right": "last('blocks') >= 50 and last('blocks') < 0.2 * total('blocks')"
                },
                {
                    "text": "many times as late",
                    "why": "It was less here: see the figures.",
                    "right": "last('blocks') >= 0.2 * total('blocks')"
                }
            ]
        },
        "measures": [
            { "name": "first", "label": "until the first was taken up", "unit": "ms" },
            { "name": "last", "label": "until the last was taken up", "unit": "ms" },
            { "name": "backlog", "label": "events waiting", "unit": "at most" }
        ],
        "findings": [
            {
                "claim": "K81",
                "says": "Synchronous code is ideal for reactive systems",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "last('blocks') > 5 * max(10, first('blocks')) and last('blocks') > 4 * last('awaits') and backlog('blocks') >= 5 and backlog('awaits') <= 0.6 * backlog('blocks')",
                        "finding": "misleading",
                        "why": "With the handler that blocks, the first event was taken up after {first('blocks')|ms} and the last after {last('blocks')|ms}; {backlog('blocks')|events} waited. With the one that awaits the last was taken up after {last('awaits')|ms}; each answer still took its time. In languages that are called synchronous and reactive the word means something else."
                    },
                    {
                        "when": "last('blocks') <= 2 * max(10, first('blocks'))",
                        "finding": "holds",
                        "why": "With the handler that blocks, the last event was reacted to after {last('blocks')|ms}, and the first after {first('blocks')|ms}."
                    },
                    {
                        "when": "last('awaits') > 0.65 * last('blocks') or backlog('awaits') > 0.65 * backlog('blocks')",
                        "finding": "false",
                        "why": "The last event was reacted to after {last('blocks')|ms} where the handler blocks, and after {last('awaits')|ms} where it awaits."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "an answer takes", "unit": "ms", "min": 60, "max": 140, "step": 20, "default": 100 }
    }
    arms {
        async the_handler_blocks "blocks" { "warning": "freezes this page for 12 × {ms|s}", "freezes": true, "opposite": "awaits" }
        async the_handler_awaits "awaits" { "warning": "the page stays yours", "opposite": "blocks" }
    }
}
