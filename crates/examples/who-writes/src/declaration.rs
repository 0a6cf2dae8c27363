//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    async_script, async_script_blocked, in_the_html, in_the_html_blocked, sync_script,
    sync_script_blocked,
};

experiment::declare! {
    about {
        "title": "Who writes the text?",
        "lead": "Six small pages are read as they are sent, and then shown in a frame. The text stands in their HTML, or a synchronous script writes it, or an async one. Each page has a slow script at its top too, which is deferred or blocks.",
        "run": "six pages, this one stays yours",
        "claims": ["K82"],
        "prediction": {
            "question": "A synchronous script writes a page's text. Is the text in what the server sends?",
            "answers": [
                {
                    "text": "yes: it is written before the page is done",
                    "why": "It was not: a script runs in the browser, and by then the page has been sent.",
                    "right": "min(raw('sync script'), raw('sync script, blocked')) > 0"
                },
                {
                    "text": "only where the page blocks at its top",
                    "why": "It was not there either: to block delays what is shown, and adds nothing to what was sent.",
                    "right": "raw('sync script') == 0 and raw('sync script, blocked') > 0"
                },
                {
                    "text": "no, and not with an async script either",
                    "why": "It was otherwise here: see the figures.",
                    "right": "max(raw('sync script'), raw('sync script, blocked'), raw('async script'), raw('async script, blocked')) == 0"
                }
            ]
        },
        "measures": [
            { "name": "raw", "label": "text in the page as it was sent", "unit": "letters" },
            { "name": "there", "label": "text in the end", "unit": "letters" },
            { "name": "shown", "label": "until the text could be seen", "unit": "ms" },
            { "name": "loaded", "label": "until all had loaded", "unit": "ms" }
        ],
        "equal": ["there"],
        "findings": [
            {
                "claim": "K82",
                "says": "Loading a page synchronously helps search engines read it",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "min(raw('in the HTML'), raw('in the HTML, blocked')) > 0 and max(raw('sync script'), raw('sync script, blocked'), raw('async script'), raw('async script, blocked')) == 0 and shown('in the HTML') < 0.6 * loaded('in the HTML') and shown('sync script') < 0.6 * loaded('sync script') and shown('in the HTML, blocked') > 0.8 * loaded('in the HTML, blocked') and shown('sync script, blocked') > 0.8 * loaded('sync script, blocked') and shown('async script, blocked') > 0.8 * loaded('async script, blocked')",
                        "finding": "misleading",
                        "why": "The page that has its text in the HTML was sent with {raw('in the HTML')|letters} of it. Where a script writes the text it was {raw('sync script')|} if the script is synchronous, and {raw('async script')|} if it is async. The script that blocks added nothing. It only made the text late: with it, the text in the HTML could be seen after {shown('in the HTML, blocked')|ms}, and with the same script deferred after {shown('in the HTML')|ms}."
                    },
                    {
                        "when": "min(raw('sync script'), raw('sync script, blocked')) > 0 and max(raw('async script'), raw('async script, blocked')) == 0",
                        "finding": "holds",
                        "why": "Of the text that a synchronous script writes, {raw('sync script')|letters} were in the page as it was sent; of what an async one writes, {raw('async script')|}."
                    },
                    {
                        "when": "max(raw('sync script'), raw('async script')) == 0 and raw('sync script, blocked') > 0",
                        "finding": "conditional",
                        "why": "What a synchronous script writes was in the page as it was sent only below a script that blocks: {raw('sync script, blocked')|letters}, and else {raw('sync script')|}."
                    },
                    {
                        "when": "raw('in the HTML') == 0 or max(raw('sync script'), raw('async script')) > 0 or shown('in the HTML, blocked') < 0.5 * loaded('in the HTML, blocked') or shown('sync script, blocked') < 0.5 * loaded('sync script, blocked') or shown('async script, blocked') < 0.5 * loaded('async script, blocked')",
                        "finding": "false",
                        "why": "As they were sent, the pages with their text in the HTML had {raw('in the HTML')|letters} and {raw('in the HTML, blocked')|} of it, those with a synchronous script {raw('sync script')|} and {raw('sync script, blocked')|}, those with an async one {raw('async script')|} and {raw('async script, blocked')|}. The text in the HTML could be seen after {shown('in the HTML')|ms}, and below a script that blocks after {shown('in the HTML, blocked')|ms}."
                    }
                ]
            }
        ]
    }
    params {}
    arms {
        async in_the_html "in the HTML" { "warning": "the page stays yours", "repeats": 3, "opposite": "sync script, blocked" }
        async in_the_html_blocked "in the HTML, blocked" { "warning": "the page stays yours", "repeats": 3, "opposite": "sync script" }
        async sync_script "sync script" { "warning": "the page stays yours", "repeats": 3, "opposite": "in the HTML, blocked" }
        async sync_script_blocked "sync script, blocked" { "warning": "the page stays yours", "repeats": 3, "opposite": "in the HTML" }
        async async_script "async script" { "warning": "the page stays yours", "repeats": 3, "opposite": "in the HTML, blocked" }
        async async_script_blocked "async script, blocked" { "warning": "the page stays yours", "repeats": 3, "opposite": "in the HTML" }
    }
}
