//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Job, a_query, a_scan_in_a_worker, a_scan_on_the_page, fill_and_calibrate};

experiment::declare! {
    about {
        "title": "How many rows cost less than 250?",
        "lead": "A table of 2,000 rows is in your browser's own database, and in this page's memory. For {ms|s} each, the database is asked, and the table is read row by row, on the page and in a worker.",
        "run": "three ways, one freezes this page for {ms|s}",
        "claims": ["K84"],
        "prediction": {
            "question": "Which of them needs a thread of its own, for the page to stay usable?",
            "answers": [
                {
                    "text": "each",
                    "why": "The query is answered elsewhere in the browser. The page's thread is free until the answer comes.",
                    "right": "hold('a query') >= 0.5 * hold('a scan on the page') and hold('a scan on the page') >= 100"
                },
                {
                    "text": "the scan",
                    "why": "It was otherwise here: see the holds.",
                    "right": "hold('a query') < 0.5 * hold('a scan on the page') and hold('a scan on the page') >= 100"
                },
                {
                    "text": "none: all of them are async functions",
                    "why": "The scan is in an async function and has nothing to await.",
                    "right": "hold('a scan on the page') < 100"
                }
            ]
        },
        "measures": [
            { "name": "found", "label": "rows found", "unit": "rows" },
            { "name": "asked", "label": "asked", "unit": "times" }
        ],
        "equal": ["found"],
        "findings": [
            {
                "claim": "K84",
                "says": "A separate thread for database queries lets the rest run during the wait",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "hold('a query') < 0.2 * hold('a scan on the page') and hold('a scan in a worker') < 0.2 * hold('a scan on the page') and hold('a scan on the page') >= 0.8 * total('a scan on the page')",
                        "finding": "conditional",
                        "why": "The database was asked {asked('a query')|times} without a thread of the page's own, and held it for {hold('a query')|ms} at most. The scan computes. {asked('a scan on the page')|scans}, which stand for one of a far larger table, held the page for {hold('a scan on the page')|ms}, and from a worker for {hold('a scan in a worker')|ms}."
                    },
                    {
                        "when": "hold('a query') >= 0.5 * hold('a scan on the page') and hold('a scan in a worker') < 0.2 * hold('a scan on the page')",
                        "finding": "holds",
                        "why": "The query held the page for {hold('a query')|ms}, and from a worker the scan held it for {hold('a scan in a worker')|ms} only."
                    },
                    {
                        "when": "hold('a query') > 0.6 * hold('a scan on the page') or hold('a scan in a worker') > 0.6 * hold('a scan on the page') or hold('a scan on the page') < 0.4 * total('a scan on the page')",
                        "finding": "misleading",
                        "why": "The page was held for {hold('a query')|ms} by the query, {hold('a scan on the page')|ms} by the scan and {hold('a scan in a worker')|ms} by the scan in a worker."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each is asked for", "unit": "ms", "min": 300, "max": 1000, "step": 100, "default": 600 }
    }
    prepare fill_and_calibrate -> Job;
    arms {
        async a_query "a query" { "warning": "the page stays yours", "opposite": "a scan on the page" }
        async a_scan_on_the_page "a scan on the page" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "a scan in a worker" }
        async a_scan_in_a_worker "a scan in a worker" { "warning": "the page stays yours", "opposite": "a scan on the page" }
    }
}
