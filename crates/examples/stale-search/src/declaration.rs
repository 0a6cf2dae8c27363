//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Typing, as_they_come, size, the_older_dropped, with_a_lock, with_a_number};

experiment::declare! {
    about {
        "title": "Many search boxes, four ways",
        "lead": "In many boxes at once, somebody types five letters, and after each the site is asked. Its replies take between 5 and 200 ms, as chance has set, and overtake each other. They are shown as they come; with a lock around the showing; unless something newer stands there; or an older question is dropped when a newer one is asked.",
        "run": "many boxes, four ways",
        "claims": ["K65", "K66"],
        "prediction": {
            "question": "Which of these keeps an old reply from standing there in the end?",
            "answers": [
                {
                    "text": "a lock: only one may write at a time",
                    "why": "They did write one at a time. The last to come was the last to write, and it was an old one.",
                    "right": "wrong('with a lock') < 1"
                },
                {
                    "text": "a number on each question, or dropping the older one",
                    "why": "It was otherwise here: see the figures.",
                    "right": "wrong('with a lock') >= 1 and wrong('with a number') < 1 and wrong('the older one dropped') < 1"
                },
                {
                    "text": "nothing has to: replies come in the order of asking",
                    "why": "Each takes its own time, and none waits for another.",
                    "right": "wrong('as they come') < 1"
                }
            ]
        },
        "measures": [
            { "name": "wrong", "label": "boxes that show an old reply in the end", "unit": "boxes" },
            { "name": "overtaken", "label": "replies that came after a newer one", "unit": "replies" }
        ],
        "findings": [
            {
                "claim": "K65",
                "says": "Asynchronous tasks bring race conditions, in which the order of completion changes the result",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "wrong('as they come') >= 2 and wrong('with a number') == 0 and wrong('the older one dropped') == 0",
                        "finding": "conditional",
                        "why": "Where replies were shown as they came, {wrong('as they come')|boxes} showed an old one in the end. With a number on each question {wrong('with a number')|} did, and with the older one dropped {wrong('the older one dropped')|}: the order of completion changes the result if one lets it."
                    },
                    {
                        "when": "wrong('as they come') == 0 and overtaken('as they come') >= 3",
                        "finding": "false",
                        "why": "{overtaken('as they come')|replies} came after a newer one, and no box showed an old one in the end."
                    },
                    {
                        "when": "overtaken('with a number') >= 2 and wrong('with a number') >= 2 or wrong('the older one dropped') >= 2",
                        "finding": "holds",
                        "why": "An old reply was shown by {wrong('as they come')|boxes}, with a number by {wrong('with a number')|}, with the older one dropped by {wrong('the older one dropped')|}."
                    },
                    {
                        "finding": "unmeasurable",
                        "why": "Hardly a reply came after a newer one in this run, so nothing was there to go wrong. Try it with more boxes."
                    }
                ]
            },
            {
                "claim": "K66",
                "says": "Mutexes or semaphores are the cure for races",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "wrong('with a lock') >= 2 and wrong('with a number') == 0",
                        "finding": "conditional",
                        "why": "Not for this one: with a lock around the showing {wrong('with a lock')|boxes} showed an old reply, and {wrong('as they come')|} without. A number on each question left {wrong('with a number')|}."
                    },
                    {
                        "when": "wrong('with a lock') == 0 and overtaken('with a lock') >= 3",
                        "finding": "holds",
                        "why": "Under a lock {overtaken('with a lock')|replies} came after a newer one, and no box showed an old one in the end."
                    },
                    {
                        "when": "overtaken('with a number') >= 2 and wrong('with a number') >= 2",
                        "finding": "false",
                        "why": "An old reply was shown by {wrong('with a lock')|boxes} under a lock, and with a number by {wrong('with a number')|}."
                    },
                    {
                        "finding": "unmeasurable",
                        "why": "Hardly a reply came after a newer one in this run, so nothing was there to go wrong. Try it with more boxes."
                    }
                ]
            }
        ]
    }
    params {
        boxes { "label": "boxes", "unit": "boxes", "min": 20, "max": 40, "step": 10, "default": 30 }
    }
    prepare size -> Typing;
    arms {
        async as_they_come "as they come" { "warning": "the page stays yours", "opposite": "with a number" }
        async with_a_lock "with a lock" { "warning": "the page stays yours", "opposite": "with a number" }
        async with_a_number "with a number" { "warning": "the page stays yours", "opposite": "as they come" }
        async the_older_dropped "the older one dropped" { "warning": "the page stays yours", "opposite": "as they come" }
    }
}
