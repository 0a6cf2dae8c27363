//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{in_a_worker, on_the_page};

experiment::declare! {
    about {
        "title": "What can be waited for by blocking?",
        "lead": "Twelve things that take time, from a request to a checksum, are looked for in your browser, and tried where that does no harm, on the page and in a worker. Has each a form whose call returns when it is done, and one that tells later?",
        "run": "two tries, the page stays yours",
        "claims": ["K79"],
        "prediction": {
            "question": "Of twelve such things, how many have a blocking form on a page?",
            "answers": [
                {
                    "text": "most of them: plain calls are the basis",
                    "why": "It is so for a program on your machine. Browsers leave the blocking form out wherever they can.",
                    "right": "blocking('on the page') >= 6"
                },
                {
                    "text": "few, and more of them in a worker",
                    "why": "It was otherwise here: see the figures.",
                    "right": "blocking('on the page') < 6 and blocking('in a worker') > blocking('on the page')"
                },
                {
                    "text": "few, and as few in a worker",
                    "why": "In a worker nobody is kept from clicking, so a blocking call may do what on a page it may not.",
                    "right": "blocking('on the page') < 6 and blocking('in a worker') <= blocking('on the page')"
                }
            ]
        },
        "measures": [
            { "name": "blocking", "label": "have a blocking form", "unit": "of 12" },
            { "name": "later", "label": "have a form that tells later", "unit": "of 12" }
        ],
        "findings": [
            {
                "claim": "K79",
                "says": "Most programs and courses start from synchronous code",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "blocking('on the page') < 6 and blocking('in a worker') > blocking('on the page') and later('on the page') >= 9 and later('on the page') > 1.5 * blocking('on the page')",
                        "finding": "conditional",
                        "why": "What courses start from was not measured. How far one gets with it on a page was: of twelve things {blocking('on the page')|} have a blocking form on this page, {blocking('in a worker')|} in a worker, and {later('on the page')|} can be had later."
                    },
                    {
                        "when": "blocking('on the page') >= 6",
                        "finding": "holds",
                        "why": "Of twelve things {blocking('on the page')|} have a blocking form on this page."
                    },
                    {
                        "when": "later('on the page') < 1.1 * blocking('on the page')",
                        "finding": "misleading",
                        "why": "Of twelve things {blocking('on the page')|} have a blocking form on this page, {blocking('in a worker')|} in a worker, and {later('on the page')|} can be had later."
                    }
                ]
            }
        ]
    }
    params {}
    arms {
        async on_the_page "on the page" { "warning": "the page stays yours", "opposite": "in a worker" }
        async in_a_worker "in a worker" { "warning": "the page stays yours", "opposite": "on the page" }
    }
}
