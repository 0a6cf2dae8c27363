//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    as_it_fits, calibrate, in_one_piece, slices_of_1, slices_of_8, slices_of_16, slices_of_50,
    slices_of_200, slices_of_500,
};

experiment::declare! {
    about {
        "title": "How long may a slice be?",
        "lead": "The same work, eight times: in one piece of {ms|s}, and in slices after each of which the thread is given back. Click while it runs.",
        "run": "one piece and seven kinds of slices, some freeze this page",
        "throughput": true,
        "claims": ["K11"],
        "prediction": {
            "question": "You click while the work runs in slices of 50 ms. How long can your click wait at most?",
            "answers": [
                {
                    "text": "not at all, since the code is async",
                    "why": "Async or not, a slice has the thread for itself until it ends, and your click waits for that.",
                    "right": "hold('slices of 50 ms') < 0.03 * hold('in one piece')"
                },
                {
                    "text": "for about a slice",
                    "why": "No click is heard within a slice, and most browsers take it up when the slice ends. The figure comes from a timer, which may have to let one slice more pass.",
                    "right": "hold('slices of 50 ms') >= 0.03 * hold('in one piece') and hold('slices of 50 ms') < 0.25 * hold('in one piece')"
                },
                {
                    "text": "until all of the work is done",
                    "why": "Each await on a real yield gives the thread back, and clicks come before what is left of the work.",
                    "right": "hold('slices of 50 ms') >= 0.25 * hold('in one piece')"
                }
            ]
        },
        "measures": [
            { "name": "checksum", "label": "the number that came out", "unit": "" },
            { "name": "slice", "label": "the slice that was chosen", "unit": "ms" }
        ],
        "curve": { "says": "Work in a second against the longest hold", "beside": "in one piece" },
        "equal": ["checksum"],
        "findings": [
            {
                "claim": "K11",
                "says": "Asynchronous code can show information while it is still working",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "hold('in one piece') >= 0.8 * total('in one piece') and hold('slices of 200 ms') < 0.7 * hold('in one piece') and min(hold('slices of 500 ms'), hold('slices of 200 ms')) > 1.2 * hold('slices of 50 ms') and hold('slices of 50 ms') < 0.25 * hold('in one piece') and max(hold('slices of 16 ms'), hold('slices of 8 ms'), hold('slices of 1 ms'), hold('as it fits')) < 0.1 * hold('in one piece')",
                        "finding": "conditional",
                        "why": "It can if the browser gets its turn often enough. Slices of 200 ms held the page for {hold('slices of 200 ms')|ms} and let it draw {frames('slices of 200 ms')|frames}. Slices of 8 ms held it for {hold('slices of 8 ms')|ms}, let it draw {frames('slices of 8 ms')|frames}, and took {total('slices of 8 ms') / total('in one piece')|%} of the time of the work in one piece; slices of 1 ms took {total('slices of 1 ms') / total('in one piece')|%} of it. By its own measure your machine chose slices of {slice('as it fits')|ms}."
                    },
                    {
                        "when": "max(hold('slices of 200 ms'), hold('slices of 50 ms')) < 0.03 * hold('in one piece')",
                        "finding": "holds",
                        "why": "However long the slices were, the page was held for {max(hold('slices of 200 ms'), hold('slices of 50 ms'))|ms} at most."
                    },
                    {
                        "when": "max(hold('slices of 16 ms'), hold('slices of 8 ms'), hold('slices of 1 ms'), hold('as it fits')) > 0.65 * hold('in one piece') or hold('slices of 50 ms') > 0.65 * hold('in one piece') or hold('slices of 200 ms') < 0.65 * hold('slices of 50 ms') or hold('in one piece') < 0.4 * total('in one piece')",
                        "finding": "misleading",
                        "why": "Shorter slices did not give shorter holds in this run, or something else held the page. The longest holds were {hold('in one piece')|ms} in one piece, {hold('slices of 500 ms')|ms}, {hold('slices of 200 ms')|ms}, {hold('slices of 50 ms')|ms}, {hold('slices of 16 ms')|ms}, {hold('slices of 8 ms')|ms} and {hold('slices of 1 ms')|ms} in slices from long to short, and {hold('as it fits')|ms} as it fits."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "length of the work", "unit": "ms", "min": 800, "max": 1200, "step": 100, "default": 900 }
    }
    prepare calibrate -> u32;
    arms {
        async in_one_piece "in one piece" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "slices of 8 ms" }
        async slices_of_500 "slices of 500 ms" { "warning": "freezes this page for 0.5 s at a time", "freezes": true, "opposite": "slices of 8 ms" }
        async slices_of_200 "slices of 200 ms" { "warning": "freezes this page for 0.2 s at a time", "freezes": true, "opposite": "slices of 8 ms" }
        async slices_of_50 "slices of 50 ms" { "warning": "holds this page for 50 ms at a time", "freezes": true, "opposite": "in one piece" }
        async slices_of_16 "slices of 16 ms" { "warning": "the page stays yours", "opposite": "in one piece" }
        async slices_of_8 "slices of 8 ms" { "warning": "the page stays yours", "opposite": "in one piece" }
        async slices_of_1 "slices of 1 ms" { "warning": "the page stays yours", "opposite": "in one piece" }
        async as_it_fits "as it fits" { "warning": "the page stays yours", "opposite": "in one piece" }
    }
}
