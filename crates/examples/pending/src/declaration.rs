//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_hundred, a_thousand, one, ten, ten_in_a_row};

experiment::declare! {
    about {
        "title": "A thousand waits, one thread",
        "lead": "Each wait lasts {ms|s}. Four ways begin all their waits at once; the last one begins each wait when the one before is over.",
        "run": "1, 10, 100 and 1,000 waits",
        "claims": ["K09"],
        "prediction": {
            "question": "How much longer than one wait do a thousand take, on one thread?",
            "answers": [
                {
                    "text": "a thousand times as long",
                    "why": "They were all begun before the first had ended. Waits do not need the thread, so they do not queue for it.",
                    "right": "total('a thousand') > 100 * total('one')"
                },
                {
                    "text": "several times as long",
                    "why": "The thread has a little to do for each wait, at its begin and at its end. In between it has nothing to do with it.",
                    "right": "total('a thousand') > 2 * total('one') and total('a thousand') <= 100 * total('one')"
                },
                {
                    "text": "hardly longer",
                    "why": "They took more than twice as long.",
                    "right": "total('a thousand') <= 2 * total('one')"
                }
            ]
        },
        "measures": [
            { "name": "open", "label": "most waits open at the same time", "unit": "waits" },
            { "name": "threads", "label": "threads on which they ended", "unit": "threads" }
        ],
        "findings": [
            {
                "claim": "K09",
                "says": "One thread can keep many operations going at once, each begun before the one before has ended",
                "expected": "holds",
                "cases": [
                    {
                        "when": "max(total('ten'), total('a hundred'), total('a thousand')) < 4 * total('one') and open('a thousand') == 1000 and threads('a thousand') == 1 and total('ten in a row') >= 5 * total('one')",
                        "finding": "holds",
                        "why": "One wait took {total('one')|ms}. A thousand were open at the same time, ended on one thread, and took {total('a thousand')|ms}. Ten that were begun one after another took {total('ten in a row')|ms}."
                    },
                    {
                        "when": "max(total('ten'), total('a hundred'), total('a thousand')) > 6 * total('one')",
                        "finding": "false",
                        "why": "One wait took {total('one')|ms}, a thousand took {total('a thousand')|ms}."
                    },
                    {
                        "when": "threads('a thousand') > 1.5 or open('a thousand') < 500 or total('ten in a row') < 2 * total('one')",
                        "finding": "misleading",
                        "why": "One wait took {total('one')|ms}, ten took {total('ten')|ms}, a hundred {total('a hundred')|ms}, a thousand {total('a thousand')|ms}, with {open('a thousand')|waits} open at most. Ten in a row took {total('ten in a row')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each wait", "unit": "ms", "min": 100, "max": 400, "step": 50, "default": 200 }
    }
    arms {
        async one "one" { "warning": "the page stays yours", "opposite": "ten in a row" }
        async ten "ten" { "warning": "the page stays yours", "opposite": "ten in a row" }
        async a_hundred "a hundred" { "warning": "the page stays yours", "opposite": "ten in a row" }
        async a_thousand "a thousand" { "warning": "the page stays yours", "opposite": "ten in a row" }
        async ten_in_a_row "ten in a row" { "warning": "the page stays yours", "opposite": "ten" }
    }
}
