//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{it_fails, it_hangs, it_works, its_owner_is_gone, the_page_is_busy, with_a_time_limit};

experiment::declare! {
    about {
        "title": "The fate of a callback",
        "lead": "Six operations get the same callback, which writes into the place below the strips. The good one takes {ms|s}.",
        "run": "six operations, one callback each",
        "claims": ["K17"],
        "prediction": {
            "question": "An operation works, fails, hangs, or loses the owner of its closure. How many of the four call the callback?",
            "answers": [
                {
                    "text": "all four",
                    "why": "A callback is a function that somebody may call. Nothing makes them.",
                    "right": "called('it works') + called('it fails') + called('it hangs') + called('its owner is gone') == 4"
                },
                {
                    "text": "all but the one that hangs",
                    "why": "A failure has no answer to call it with, and a closure whose owner is gone is gone too.",
                    "right": "called('it works') + called('it fails') + called('its owner is gone') == 3 and called('it hangs') == 0"
                },
                {
                    "text": "only the one that works",
                    "why": "More of them did: see the figures.",
                    "right": "called('it works') == 1 and called('it fails') + called('it hangs') + called('its owner is gone') == 0"
                }
            ]
        },
        "measures": [
            { "name": "called", "label": "the callback was called", "unit": "yes or no" },
            { "name": "drawn", "label": "from the written text to the next frame", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K17",
                "says": "The callback guarantees that the display changes, however long the work takes",
                "expected": "false",
                "cases": [
                    {
                        "when": "called('it works') == 1 and called('it fails') + called('it hangs') + called('its owner is gone') == 0 and called('with a time limit') == 1 and drawn('the page is busy') > 3 * drawn('it works') and drawn('the page is busy') > 0.5 * total('the page is busy')",
                        "finding": "false",
                        "why": "Of four operations without a time limit and with a free page, only the good one called. With a time limit even the one that hangs came to an end. And to write is not to show: while the page was busy, the text waited {drawn('the page is busy')|ms} for a frame, otherwise {drawn('it works')|ms}."
                    },
                    {
                        "when": "called('it works') + called('it fails') + called('it hangs') + called('its owner is gone') == 4",
                        "finding": "holds",
                        "why": "All four operations called their callback."
                    },
                    {
                        "when": "called('it works') == 0 or called('it fails') + called('it hangs') + called('its owner is gone') > 0 or called('with a time limit') == 0 or drawn('the page is busy') < 1.45 * drawn('it works')",
                        "finding": "misleading",
                        "why": "Of the four operations, {called('it works') + called('it fails') + called('it hangs') + called('its owner is gone')|callbacks} were called; with a time limit, {called('with a time limit')|callbacks}. The text waited {drawn('it works')|ms} for a frame, and {drawn('the page is busy')|ms} while the page was busy."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "the good operation takes", "unit": "ms", "min": 100, "max": 300, "step": 50, "default": 200 }
    }
    arms {
        async it_works "it works" { "warning": "the page stays yours", "opposite": "it hangs" }
        async it_fails "it fails" { "warning": "the page stays yours", "opposite": "it works" }
        async it_hangs "it hangs" { "warning": "the page stays yours", "opposite": "it works" }
        async its_owner_is_gone "its owner is gone" { "warning": "the page stays yours", "opposite": "it works" }
        async the_page_is_busy "the page is busy" { "warning": "freezes this page for a moment", "freezes": true, "opposite": "it works" }
        async with_a_time_limit "with a time limit" { "warning": "the page stays yours", "opposite": "it hangs" }
    }
}
