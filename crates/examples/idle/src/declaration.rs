//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_chain_of_awaits, a_computes, a_waits, nobody_else};

experiment::declare! {
    about {
        "title": "Who idles?",
        "lead": "A worker for each core counts for {ms|s}, as fast as it can. First alone; then beside a worker A that is parked in a blocking wait; beside the same worker when it computes, with as many helpers that each core has two of them; beside a chain of awaits on this page. What the counters lose is what the other one has used.",
        "run": "four times {ms|s}",
        "throughput": true,
        "cores": 2,
        "claims": ["K46"],
        "prediction": {
            "question": "Which of the three takes something away from the counters?",
            "answers": [
                {
                    "text": "A, whatever it does: its thread is held",
                    "why": "A thread that is held and sleeps uses no core. What is idle is the thread, not the machine.",
                    "right": "counted('A waits') < 0.75 * counted('nobody else')"
                },
                {
                    "text": "A when it computes, and nothing else",
                    "why": "Something else took from them too: see the figures.",
                    "right": "min(counted('A waits'), counted('a chain of awaits')) >= 0.75 * counted('nobody else') and counted('A computes') < 0.6 * counted('nobody else')"
                },
                {
                    "text": "the chain of awaits: async uses the machine better",
                    "why": "Between two awaits there is nothing to do, and nobody does it.",
                    "right": "counted('a chain of awaits') < 0.75 * counted('nobody else')"
                }
            ]
        },
        "measures": [
            { "name": "counted", "label": "the counters counted", "unit": "rounds" },
            { "name": "counters", "label": "counters", "unit": "workers" }
        ],
        "findings": [
            {
                "claim": "K46",
                "says": "Under synchronous code the system stands idle, under asynchronous code the caller never does",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "max(counted('A waits'), counted('a chain of awaits')) < 1.3 * counted('nobody else') and min(counted('A waits'), counted('a chain of awaits')) >= 0.75 * counted('nobody else') and counted('A computes') < 0.6 * counted('nobody else')",
                        "finding": "misleading",
                        "why": "Left alone, {counters('nobody else')|workers} counted to {counted('nobody else')|rounds}; beside a blocking wait to {counted('A waits')|}, beside a chain of awaits to {counted('a chain of awaits')|}. Both idled, and left the machine to others. Only where A computed did it take its share: {counted('A computes')|} were left. A thread that waits is idle in either style; the system is not."
                    },
                    {
                        "when": "counted('A waits') < 0.65 * counted('nobody else')",
                        "finding": "holds",
                        "why": "Left alone, the counters counted to {counted('nobody else')|rounds}; beside a blocking wait to {counted('A waits')|}."
                    },
                    {
                        "when": "min(counted('A waits'), counted('a chain of awaits')) > 1.5 * counted('nobody else') or counted('A computes') > 0.65 * counted('nobody else') or counted('a chain of awaits') < 0.65 * counted('nobody else')",
                        "finding": "false",
                        "why": "Left alone, the counters counted to {counted('nobody else')|rounds}; beside a blocking wait to {counted('A waits')|}, beside computing workers to {counted('A computes')|}, beside a chain of awaits to {counted('a chain of awaits')|}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "counting", "unit": "ms", "min": 200, "max": 400, "step": 100, "default": 300 }
    }
    arms {
        async nobody_else "nobody else" { "warning": "the page stays yours", "repeats": 5, "opposite": "A computes" }
        async a_waits "A waits" { "warning": "the page stays yours", "repeats": 5, "opposite": "A computes" }
        async a_computes "A computes" { "warning": "the page stays yours", "repeats": 5, "opposite": "nobody else" }
        async a_chain_of_awaits "a chain of awaits" { "warning": "the page stays yours", "repeats": 5, "opposite": "A computes" }
    }
}
