//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{Times, again_at_once, back_off, back_off_with_jitter, give_up, left_in_a_queue, size};

experiment::declare! {
    about {
        "title": "Asking again",
        "lead": "Twenty callers ask a service that is down for {down|s}, longer on a slow machine, and refuses all that it is asked. They give up; ask again at once; wait for longer each time; do that with chance in it; or leave their questions in a queue.",
        "run": "twenty callers, five times",
        "claims": ["K55"],
        "prediction": {
            "question": "Who gets all answers with the fewest questions?",
            "answers": [
                {
                    "text": "who asks again at once",
                    "why": "It is there at the first moment, and it has asked many times in vain until then, just while the service was in trouble.",
                    "right": "asked('again at once') <= min(asked('wait longer'), asked('left in a queue'))"
                },
                {
                    "text": "who waits for longer each time",
                    "why": "Fewer, but each of the twenty has to find out for itself that the service is down.",
                    "right": "asked('wait longer') < min(asked('again at once'), asked('left in a queue'))"
                },
                {
                    "text": "the queue",
                    "why": "It was otherwise here: see the figures.",
                    "right": "asked('left in a queue') < min(asked('again at once'), asked('wait longer'))"
                }
            ]
        },
        "measures": [
            { "name": "answered", "label": "answered", "unit": "callers" },
            { "name": "asked", "label": "asked, all together", "unit": "times" },
            { "name": "most", "label": "at the same moment, once it was up", "unit": "questions" },
            { "name": "after", "label": "the last one, after the service was up", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K55",
                "says": "With a queue, requests wait safely while the other side is down, and are served on its return",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "answered('give up') == 0 and min(answered('again at once'), answered('wait longer')) >= 20 and answered('wait longer, with chance') >= 20 and answered('left in a queue') >= 20 and asked('left in a queue') < 0.6 * asked('wait longer') and asked('wait longer') < 0.6 * asked('again at once') and most('wait longer, with chance') < 0.9 * most('wait longer') and most('left in a queue') < 0.5 * most('wait longer')",
                        "finding": "conditional",
                        "why": "All twenty were served from the queue, with {asked('left in a queue')|} questions, because whoever serves it asked no more than {most('left in a queue')|} at the same moment. It is not the only way. Callers who ask again are served as well: at once, with {asked('again at once')|} questions; after longer and longer pauses, with {asked('wait longer')|}, {most('wait longer')|} of them at the same moment on its return; with chance in the pauses, {most('wait longer, with chance')|}. Who gives up gets {answered('give up')|} answers."
                    },
                    {
                        "when": "answered('left in a queue') < 20",
                        "finding": "false",
                        "why": "From the queue, {answered('left in a queue')|callers} were served."
                    },
                    {
                        "when": "answered('give up') > 10 or answered('again at once') < 10 or asked('wait longer') > 0.65 * asked('again at once') or asked('left in a queue') > 0.65 * asked('wait longer')",
                        "finding": "holds",
                        "why": "From the queue {answered('left in a queue')|callers} were served; asking again at once {answered('again at once')|}, after longer pauses {answered('wait longer')|}, with chance {answered('wait longer, with chance')|}. They asked {asked('left in a queue')|times}, {asked('again at once')|}, {asked('wait longer')|} and {asked('wait longer, with chance')|}."
                    }
                ]
            }
        ]
    }
    params {
        down { "label": "down for", "unit": "ms", "min": 300, "max": 600, "step": 100, "default": 400 }
    }
    prepare size -> Times;
    arms {
        async give_up "give up" { "warning": "the page stays yours", "opposite": "left in a queue" }
        async again_at_once "again at once" { "warning": "the page stays yours", "opposite": "give up" }
        async back_off "wait longer" { "warning": "the page stays yours", "opposite": "again at once" }
        async back_off_with_jitter "wait longer, with chance" { "warning": "the page stays yours", "opposite": "wait longer" }
        async left_in_a_queue "left in a queue" { "warning": "the page stays yours", "opposite": "wait longer" }
    }
}
