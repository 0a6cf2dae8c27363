//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Job, calibrate, mail_on_the_page, report_in_a_worker, report_on_the_page};

experiment::declare! {
    about {
        "title": "A mail and a report",
        "lead": "A mail has to wait for a server for {ms|s}. A report has to compute for as long. Both are done in an async function on the page, and the report in a worker as well.",
        "run": "three ways, one freezes this page for {ms|s}",
        "claims": ["K88"],
        "prediction": {
            "question": "Both are slow, and both are done later. Which can stay on the page?",
            "answers": [
                {
                    "text": "both: async functions do not block",
                    "why": "The report has nothing to await, so it keeps the thread.",
                    "right": "max(hold('the mail, on the page'), hold('the report, on the page')) < 100"
                },
                {
                    "text": "the mail",
                    "why": "It was otherwise here: see the holds.",
                    "right": "hold('the mail, on the page') < 0.3 * hold('the report, on the page')"
                },
                {
                    "text": "neither",
                    "why": "The mail waits, and a wait does not need the thread.",
                    "right": "min(hold('the mail, on the page'), hold('the report, on the page')) >= 100"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "done after", "unit": "ms" },
            { "name": "report", "label": "what the report says", "unit": "" }
        ],
        "findings": [
            {
                "claim": "K88",
                "says": "Asynchronous code suits interfaces, far-off services, streams, mail and reports",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "hold('the mail, on the page') < 0.3 * hold('the report, on the page') and hold('the report, on the page') >= 0.8 * took('the report, on the page') and hold('the report, in a worker') < 0.3 * hold('the report, on the page') and report('the report, on the page') == report('the report, in a worker')",
                        "finding": "conditional",
                        "why": "The mail took {took('the mail, on the page')|ms} and held your page for {hold('the mail, on the page')|ms}. The report, in an async function too, held it for {hold('the report, on the page')|ms}; in a worker for {hold('the report, in a worker')|ms}. What waits may stay; what computes has to go."
                    },
                    {
                        "when": "hold('the report, on the page') < 0.3 * took('the report, on the page')",
                        "finding": "holds",
                        "why": "The report computed for {took('the report, on the page')|ms} and held the page for {hold('the report, on the page')|ms} only."
                    },
                    {
                        "when": "hold('the mail, on the page') > 0.65 * hold('the report, on the page') or hold('the report, in a worker') > 0.65 * hold('the report, on the page')",
                        "finding": "false",
                        "why": "The holds were {hold('the mail, on the page')|ms} for the mail, {hold('the report, on the page')|ms} for the report on the page and {hold('the report, in a worker')|ms} in a worker."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "each takes", "unit": "ms", "min": 300, "max": 1000, "step": 100, "default": 600 }
    }
    prepare calibrate -> Job;
    arms {
        async mail_on_the_page "the mail, on the page" { "warning": "the page stays yours", "opposite": "the report, on the page" }
        async report_on_the_page "the report, on the page" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "the report, in a worker" }
        async report_in_a_worker "the report, in a worker" { "warning": "the page stays yours", "opposite": "the report, on the page" }
    }
}
