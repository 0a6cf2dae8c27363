//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_waits, a_waits_with_a_lock, nobody_waits};

experiment::declare! {
    about {
        "title": "Who stands still with a query?",
        "lead": "Workers B and C and this page count ticks, one every 10 ms. Worker A does nothing at first; then it blocks for a query that takes {ms|s}; then it blocks and holds a lock that B needs for each tick.",
        "run": "three times {ms|s}",
        "cores": 2,
        "claims": ["K35"],
        "prediction": {
            "question": "Worker A blocks for the whole query, without a lock. Who goes on counting?",
            "answers": [
                {
                    "text": "nobody: a blocking query stops the program",
                    "why": "It stops the thread that calls it. The others have their own list of steps, and nobody told them to wait.",
                    "right": "max(b('A waits'), c('A waits'), page('A waits')) < 0.5 * c('nobody waits')"
                },
                {
                    "text": "the page, but not the other workers",
                    "why": "Workers are threads like any other. B and C went on as well.",
                    "right": "page('A waits') >= 0.5 * page('nobody waits') and max(b('A waits'), c('A waits')) < 0.5 * c('nobody waits')"
                },
                {
                    "text": "everybody but A",
                    "why": "Somebody else stood still: see the figures.",
                    "right": "min(b('A waits'), c('A waits'), page('A waits')) >= 0.5 * c('nobody waits')"
                }
            ]
        },
        "measures": [
            { "name": "b", "label": "worker B", "unit": "ticks" },
            { "name": "c", "label": "worker C", "unit": "ticks" },
            { "name": "page", "label": "the page", "unit": "ticks" }
        ],
        "findings": [
            {
                "claim": "K35",
                "says": "In a synchronous program a long database query blocks all other threads",
                "expected": "false",
                "cases": [
                    {
                        "when": "b('A waits') >= 0.7 * b('nobody waits') and c('A waits') >= 0.7 * c('nobody waits') and page('A waits') >= 0.7 * page('nobody waits') and b('A waits, with a lock') < 0.3 * b('nobody waits') and c('A waits, with a lock') >= 0.7 * c('nobody waits')",
                        "finding": "false",
                        "why": "While A blocked, B counted {b('A waits')|ticks} (left alone: {b('nobody waits')|}), C {c('A waits')|} ({c('nobody waits')|}) and the page {page('A waits')|} ({page('nobody waits')|}). Only when B needed what A held did B fall behind, with {b('A waits, with a lock')|ticks}; C, which did not need it, counted {c('A waits, with a lock')|}. A query blocks the thread that calls it, and whoever needs what it holds."
                    },
                    {
                        "when": "b('A waits') < 0.3 * b('nobody waits') and c('A waits') < 0.3 * c('nobody waits')",
                        "finding": "holds",
                        "why": "While A blocked, B counted {b('A waits')|ticks} and C {c('A waits')|}; left alone, {b('nobody waits')|} and {c('nobody waits')|}."
                    },
                    {
                        "when": "b('nobody waits') < 0.4 * c('nobody waits') or b('A waits') < 0.4 * b('nobody waits') or c('A waits') < 0.4 * c('nobody waits') or page('A waits') < 0.4 * page('nobody waits') or b('A waits, with a lock') > 0.6 * b('nobody waits') or c('A waits, with a lock') < 0.4 * c('nobody waits')",
                        "finding": "misleading",
                        "why": "While A blocked, B counted {b('A waits')|ticks}, C {c('A waits')|} and the page {page('A waits')|}; with the lock held, {b('A waits, with a lock')|}, {c('A waits, with a lock')|} and {page('A waits, with a lock')|}; left alone, {b('nobody waits')|}, {c('nobody waits')|} and {page('nobody waits')|}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the query", "unit": "ms", "min": 500, "max": 1500, "step": 250, "default": 1000 }
    }
    arms {
        async nobody_waits "nobody waits" { "warning": "the page stays yours", "opposite": "A waits, with a lock" }
        async a_waits "A waits" { "warning": "the page stays yours", "opposite": "A waits, with a lock" }
        async a_waits_with_a_lock "A waits, with a lock" { "warning": "the page stays yours", "opposite": "A waits" }
    }
}
