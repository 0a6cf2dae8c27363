//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{all_at_once, one_after_another, this_page};

experiment::declare! {
    about {
        "title": "What this page asked for",
        "lead": "Your browser has written down when each file of this page was asked for, and when it was there. The panel reads that, and then loads some pictures, all at once and one after another.",
        "run": "three looks, the page stays yours",
        "claims": ["K83"],
        "prediction": {
            "question": "When this page loaded, how many of its files had been asked for and were not there yet, at the same time?",
            "answers": [
                {
                    "text": "one: each when the one before was there",
                    "why": "The parser reads in order. What it finds is asked for ahead, and comes when it comes.",
                    "right": "at_once('this page') == 1"
                },
                {
                    "text": "several",
                    "why": "It was one at a time here: see the figures.",
                    "right": "at_once('this page') >= 2"
                }
            ]
        },
        "measures": [
            { "name": "asked", "label": "files asked for", "unit": "files" },
            { "name": "at_once", "label": "asked for and not there yet", "unit": "at most" },
            { "name": "inversions", "label": "pairs of which the later was there first", "unit": "pairs" }
        ],
        "findings": [
            {
                "claim": "K83",
                "says": "A web page is a use of synchronous code: its elements load one after the other",
                "expected": "false",
                "cases": [
                    {
                        "when": "at_once('this page') >= 2 and at_once('all at once') >= 2 and at_once('one after another') == 1",
                        "finding": "false",
                        "why": "While this page loaded, up to {at_once('this page')|files} had been asked for and were not there yet, and in {inversions('this page')|pairs} the one that was asked for later was there first. Of the pictures it was {at_once('all at once')|} at once, and one at a time only where the program waited for each."
                    },
                    {
                        "when": "at_once('this page') < 1.45 and asked('this page') >= 6",
                        "finding": "holds",
                        "why": "While this page loaded, one file at a time was asked for."
                    },
                    {
                        "when": "at_once('one after another') > 1.45 or at_once('all at once') < 1.45",
                        "finding": "conditional",
                        "why": "Up to {at_once('this page')|files} had been asked for at the same time while this page loaded, {at_once('all at once')|} of the pictures that were asked for at once, and {at_once('one after another')|} of those one after another."
                    }
                ]
            }
        ]
    }
    params {
        pictures { "label": "pictures", "unit": "", "min": 6, "max": 30, "step": 2, "default": 10 }
    }
    arms {
        async this_page "this page" { "warning": "reads what is written down", "opposite": "one after another" }
        async all_at_once "all at once" { "warning": "the page stays yours", "opposite": "one after another" }
        async one_after_another "one after another" { "warning": "the page stays yours", "opposite": "all at once" }
    }
}
