//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{await_a_timer, look_and_go_on, spin_in_a_future, wait_in_a_call};

experiment::declare! {
    about {
        "title": "Two questions, four answers",
        "lead": "Two plain calls: one waits for {ms|s}, one only looks whether something is there. Two futures: one asks the clock in a loop for so long, one awaits a timer.",
        "run": "four ways, some freeze this page for {ms|s}",
        "claims": ["K06"],
        "prediction": {
            "question": "Which of the four freeze the page?",
            "answers": [
                {
                    "text": "the two plain calls",
                    "why": "A plain call that only looks whether something is there returns at once. It is synchronous, and it blocks nobody.",
                    "right": "min(hold('wait in a call'), hold('look and go on')) > 3 * max(hold('spin in a future'), hold('await a timer'))"
                },
                {
                    "text": "one call and one future",
                    "why": "The holds were others: see the column beside the strips.",
                    "right": "max(hold('look and go on'), hold('await a timer')) < 0.2 * min(hold('wait in a call'), hold('spin in a future'))"
                },
                {
                    "text": "only the call that waits",
                    "why": "A future runs on a thread too, while it is polled. If its poll takes long, the thread is held for so long.",
                    "right": "hold('wait in a call') > 3 * max(hold('look and go on'), hold('spin in a future'), hold('await a timer'))"
                }
            ]
        },
        "findings": [
            {
                "claim": "K06",
                "says": "Synchronous and blocking are one idea and may be swapped",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "max(hold('look and go on'), hold('await a timer')) < 0.2 * min(hold('wait in a call'), hold('spin in a future')) and hold('wait in a call') > 0.5 * total('wait in a call') and hold('spin in a future') > 0.5 * total('spin in a future')",
                        "finding": "misleading",
                        "why": "The call that waits held this page for {hold('wait in a call')|ms}, the call that looks for {hold('look and go on')|ms}. The future that spins held it for {hold('spin in a future')|ms}, the one that awaits for {hold('await a timer')|ms}. Each pair has both kinds."
                    },
                    {
                        "when": "min(hold('wait in a call'), hold('look and go on')) > 3 * max(hold('spin in a future'), hold('await a timer'))",
                        "finding": "holds",
                        "why": "Both plain calls held this page, for {hold('wait in a call')|ms} and {hold('look and go on')|ms}; the futures held it for {hold('spin in a future')|ms} and {hold('await a timer')|ms}."
                    },
                    {
                        "when": "max(hold('look and go on'), hold('await a timer')) > 0.65 * min(hold('wait in a call'), hold('spin in a future')) or hold('wait in a call') < 0.3 * total('wait in a call') or hold('spin in a future') < 0.3 * total('spin in a future')",
                        "finding": "false",
                        "why": "The holds were {hold('wait in a call')|ms} and {hold('look and go on')|ms} for the calls, {hold('spin in a future')|ms} and {hold('await a timer')|ms} for the futures."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the wait", "unit": "ms", "min": 300, "max": 1000, "step": 100, "default": 500 }
    }
    arms {
        sync wait_in_a_call "wait in a call" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "look and go on" }
        sync look_and_go_on "look and go on" { "warning": "over before you see it", "opposite": "wait in a call" }
        async spin_in_a_future "spin in a future" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "await a timer" }
        async await_a_timer "await a timer" { "warning": "the page stays yours", "opposite": "spin in a future" }
    }
}
