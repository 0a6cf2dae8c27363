//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_borrow_kept, one_thread, two_threads};

experiment::declare! {
    about {
        "title": "Ten tasks and one count",
        "lead": "Ten tasks add to a plain count, and no lock guards it: on one thread; then in two workers, where each adds half as often. Last, on one thread, each task borrows the count and keeps it borrowed while it awaits.",
        "run": "ten tasks, three ways",
        "claims": ["K74"],
        "prediction": {
            "question": "Ten tasks on one thread add to a plain count, without a lock. What comes of it?",
            "answers": [
                {
                    "text": "additions are lost",
                    "why": "Nobody can come in between reading and writing where no await stands between them.",
                    "right": "counted('one thread') < wanted('one thread')"
                },
                {
                    "text": "the count is right",
                    "why": "It was otherwise here: see the figures.",
                    "right": "counted('one thread') == wanted('one thread')"
                }
            ]
        },
        "measures": [
            { "name": "wanted", "label": "additions wanted", "unit": "additions" },
            { "name": "counted", "label": "counted here", "unit": "additions" },
            { "name": "there", "label": "counted in workers", "unit": "additions" },
            { "name": "agents", "label": "threads that ran a task", "unit": "threads" },
            { "name": "fell", "label": "a task panicked", "unit": "yes or no" }
        ],
        "findings": [
            {
                "claim": "K74",
                "says": "Many tasks on one thread call for fine knowledge of thread management",
                "expected": "false",
                "cases": [
                    {
                        "when": "agents('one thread') < 2 and counted('one thread') == wanted('one thread') and fell('one thread') == 0 and agents('two threads') >= 2 and counted('two threads') == 0 and there('two threads') == wanted('two threads') and fell('a borrow kept') >= 1",
                        "finding": "false",
                        "why": "The ten tasks ran on {agents('one thread')|thread} and counted {counted('one thread')|} of {wanted('one thread')|} without a lock: there was no thread to manage. Two workers counted {there('two threads')|} between them, each in a count of its own, and this page's stayed at {counted('two threads')|}. What needed care was an await: the second task that met a count kept borrowed over one panicked."
                    },
                    {
                        "when": "counted('one thread') < wanted('one thread')",
                        "finding": "holds",
                        "why": "On one thread {counted('one thread')|} of {wanted('one thread')|additions} were counted."
                    },
                    {
                        "when": "agents('one thread') > 1.5 or fell('one thread') > 0 or agents('two threads') < 1.45 or counted('two threads') > 0 or there('two threads') < 0.5 * wanted('two threads') or fell('a borrow kept') == 0",
                        "finding": "conditional",
                        "why": "The ten tasks ran on {agents('one thread')|threads}, and spread over workers on {agents('two threads')|}. A task that met a borrowed count panicked: {fell('a borrow kept')|yes or no}."
                    }
                ]
            }
        ]
    }
    params {
        times { "label": "each adds", "unit": "times", "min": 10, "max": 1000, "step": 10, "default": 100 }
    }
    arms {
        async one_thread "one thread" { "warning": "the page stays yours", "opposite": "two threads" }
        async two_threads "two threads" { "warning": "the page stays yours", "opposite": "one thread" }
        async a_borrow_kept "a borrow kept" { "warning": "the page stays yours", "opposite": "one thread" }
    }
}
