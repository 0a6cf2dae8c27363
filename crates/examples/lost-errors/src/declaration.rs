//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    caught_and_forgotten, chain, err_awaited, err_dropped, panic_awaited, panic_forgotten,
    rejected, thrown,
};

experiment::declare! {
    about {
        "title": "Who hears of it?",
        "lead": "Eight failures, and four who might hear of each: the page's listener for uncaught errors, its listener for rejected promises, the program's panic hook, and the caller.",
        "run": "eight failures",
        "claims": ["K59", "K61"],
        "prediction": {
            "question": "A Rust task comes to an error, and nobody asks what it came to. Who hears of it?",
            "answers": [
                {
                    "text": "the listener for uncaught errors",
                    "why": "Nothing was thrown. The error is a value like any other, and it was dropped.",
                    "right": "errors('an Err, dropped') >= 1"
                },
                {
                    "text": "the listener for rejected promises",
                    "why": "No promise was made. One that nobody awaits tells that listener; a task tells nobody.",
                    "right": "rejections('an Err, dropped') >= 1"
                },
                {
                    "text": "nobody",
                    "why": "It was otherwise here: see the figures.",
                    "right": "errors('an Err, dropped') + rejections('an Err, dropped') + hook('an Err, dropped') + caller('an Err, dropped') < 1"
                }
            ]
        },
        "measures": [
            { "name": "errors", "label": "heard as an uncaught error", "unit": "times" },
            { "name": "rejections", "label": "heard as a rejection", "unit": "times" },
            { "name": "hook", "label": "heard by the panic hook", "unit": "times" },
            { "name": "caller", "label": "heard by the caller", "unit": "times" },
            { "name": "second", "label": "the second step was taken", "unit": "times" }
        ],
        "findings": [
            {
                "claim": "K59",
                "says": "In asynchronous code the program goes on with the next task while an error is put right",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "errors('an Err, dropped') + rejections('an Err, dropped') + hook('an Err, dropped') + caller('an Err, dropped') == 0 and rejections('rejected, nobody awaits') >= 1 and caller('an Err, awaited') >= 1 and second('a chain') == 0 and caller('a chain') >= 1",
                        "finding": "misleading",
                        "why": "Nobody puts it right. A dropped error was heard {caller('an Err, dropped')|times} by its caller and {rejections('an Err, dropped')|times} by the page; a rejected promise {rejections('rejected, nobody awaits')|times}. And where the next task needs the one that failed, it was run {second('a chain')|times}."
                    },
                    {
                        "when": "second('a chain') > 0",
                        "finding": "holds",
                        "why": "The step after the one that failed was run {second('a chain')|times}."
                    },
                    {
                        "when": "errors('an Err, dropped') + rejections('an Err, dropped') + hook('an Err, dropped') + caller('an Err, dropped') > 0 or caller('an Err, awaited') == 0 or caller('a chain') == 0 or rejections('rejected, nobody awaits') == 0",
                        "finding": "false",
                        "why": "A dropped error was heard {errors('an Err, dropped') + rejections('an Err, dropped') + hook('an Err, dropped') + caller('an Err, dropped')|times}, a rejected promise {rejections('rejected, nobody awaits')|times}."
                    }
                ]
            },
            {
                "claim": "K61",
                "says": "Central handlers catch asynchronous errors consistently",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "errors('thrown in a callback') >= 1 and rejections('rejected, nobody awaits') >= 1 and min(hook('a panic, awaited'), hook('a panic, forgotten')) >= 1 and caller('a panic, awaited') >= 1 and caller('a panic, forgotten') == 0 and rejections('thrown in a callback') == 0 and errors('rejected, nobody awaits') == 0 and hook('thrown in a callback') + hook('rejected, nobody awaits') == 0 and errors('caught, and forgotten') + rejections('caught, and forgotten') + hook('caught, and forgotten') + caller('caught, and forgotten') == 0 and errors('an Err, dropped') + rejections('an Err, dropped') == 0",
                        "finding": "conditional",
                        "why": "Each of the four heard something, and none heard all. The one for uncaught errors heard what was thrown in a callback and not the rejection; the one for rejections the other way round; the panic hook heard both panics and nothing else. What was caught and forgotten was heard {errors('caught, and forgotten') + rejections('caught, and forgotten') + hook('caught, and forgotten') + caller('caught, and forgotten')|times} by all four together."
                    },
                    {
                        "when": "errors('caught, and forgotten') + rejections('caught, and forgotten') + hook('caught, and forgotten') > 0",
                        "finding": "holds",
                        "why": "Even what was caught and forgotten was heard."
                    },
                    {
                        "when": "errors('thrown in a callback') == 0 or rejections('rejected, nobody awaits') == 0 or min(hook('a panic, awaited'), hook('a panic, forgotten')) == 0 or caller('a panic, awaited') == 0 or caller('a panic, forgotten') > 0 or errors('an Err, dropped') + rejections('an Err, dropped') > 0 or rejections('thrown in a callback') + errors('rejected, nobody awaits') > 0",
                        "finding": "false",
                        "why": "What was thrown in a callback was heard {errors('thrown in a callback')|times} as an uncaught error, the rejected promise {rejections('rejected, nobody awaits')|times} as a rejection, and the panics {hook('a panic, awaited') + hook('a panic, forgotten')|times} by the hook."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "until it fails", "unit": "ms", "min": 20, "max": 100, "step": 10, "default": 30 }
    }
    arms {
        async thrown "thrown in a callback" { "warning": "the page stays yours", "opposite": "caught, and forgotten" }
        async rejected "rejected, nobody awaits" { "warning": "the page stays yours", "opposite": "caught, and forgotten" }
        async caught_and_forgotten "caught, and forgotten" { "warning": "the page stays yours", "opposite": "rejected, nobody awaits" }
        async err_dropped "an Err, dropped" { "warning": "the page stays yours", "opposite": "an Err, awaited" }
        async err_awaited "an Err, awaited" { "warning": "the page stays yours", "opposite": "an Err, dropped" }
        async chain "a chain" { "warning": "the page stays yours", "opposite": "an Err, dropped" }
        async panic_awaited "a panic, awaited" { "warning": "the page stays yours", "opposite": "an Err, dropped" }
        async panic_forgotten "a panic, forgotten" { "warning": "the page stays yours", "opposite": "a panic, awaited" }
    }
}
