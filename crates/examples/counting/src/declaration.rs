//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{a_hundred_futures, calibrate, one_future, one_worker, plain, two_workers};

experiment::declare! {
    about {
        "title": "The same count, in five ways",
        "lead": "Primes are counted for about {ms|s}: in a plain call, in an async function, in a hundred of them one after another, in a worker, in two workers.",
        "run": "five ways, each three times; two of them freeze this page",
        "throughput": true,
        "cores": 2,
        "claims": ["K40", "K41"],
        "prediction": {
            "question": "Which of them is clearly faster than the plain call?",
            "answers": [
                {
                    "text": "the hundred async functions",
                    "why": "The same numbers were tried on the same core, with some bookkeeping on top.",
                    "right": "took('a hundred futures') < 0.8 * took('plain call')"
                },
                {
                    "text": "the one worker",
                    "why": "It is one core against another one. The page was free meanwhile, which is another matter.",
                    "right": "took('one worker') < 0.8 * took('plain call') and took('a hundred futures') >= 0.8 * took('plain call')"
                },
                {
                    "text": "the two workers alone",
                    "why": "Something else was faster: see the figures.",
                    "right": "took('two workers') < 0.8 * took('plain call') and min(took('one worker'), took('a hundred futures')) >= 0.8 * took('plain call')"
                }
            ]
        },
        "measures": [
            { "name": "took", "label": "the count", "unit": "ms" },
            { "name": "primes", "label": "primes found", "unit": "primes" }
        ],
        "equal": ["primes"],
        "findings": [
            {
                "claim": "K40",
                "says": "Asynchronous code gains little for work that computes",
                "expected": "holds",
                "cases": [
                    {
                        "when": "min(took('one future'), took('a hundred futures')) >= 0.85 * took('plain call') and took('two workers') < 0.8 * took('plain call')",
                        "finding": "holds",
                        "why": "The plain call took {took('plain call')|ms}, one async function {took('one future')|ms}, a hundred of them {took('a hundred futures')|ms}. Two workers took {took('two workers')|ms}: what computing needs is another core."
                    },
                    {
                        "when": "min(took('one future'), took('a hundred futures')) < 0.85 * took('plain call')",
                        "finding": "false",
                        "why": "The plain call took {took('plain call')|ms}, one async function {took('one future')|ms}, a hundred of them {took('a hundred futures')|ms}."
                    },
                    {
                        "when": "took('two workers') > 1.3 * took('one worker')",
                        "finding": "conditional",
                        "why": "The plain call took {took('plain call')|ms}, one async function {took('one future')|ms}, a hundred of them {took('a hundred futures')|ms}, and two workers {took('two workers')|ms}."
                    }
                ]
            },
            {
                "claim": "K41",
                "says": "Tasks that compute heavily belong to synchronous programming",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "max(took('plain call'), took('a hundred futures'), took('one worker')) < 1.3 * min(took('plain call'), took('a hundred futures'), took('one worker')) and max(hold('a hundred futures'), hold('one worker')) < 0.2 * hold('plain call')",
                        "finding": "conditional",
                        "why": "In each of its places the count took about as long: {took('plain call')|ms} on the page's thread, {took('a hundred futures')|ms} there in parts, {took('one worker')|ms} in a worker. It held the page for {hold('plain call')|ms}, {hold('a hundred futures')|ms} and {hold('one worker')|ms}. The worker ran a plain synchronous call, and nobody minded: what matters is whose thread it is."
                    },
                    {
                        "when": "hold('one worker') >= 0.5 * hold('plain call')",
                        "finding": "false",
                        "why": "The page was held for {hold('plain call')|ms} by the plain call, and for {hold('one worker')|ms} with the same call in a worker."
                    },
                    {
                        "when": "hold('a hundred futures') > 0.65 * hold('plain call')",
                        "finding": "misleading",
                        "why": "The plain call took {took('plain call')|ms} and held the page for {hold('plain call')|ms}; in parts it took {took('a hundred futures')|ms} and {hold('a hundred futures')|ms}, in a worker {took('one worker')|ms} and {hold('one worker')|ms}."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "length of the count", "unit": "ms", "min": 200, "max": 800, "step": 100, "default": 400 }
    }
    prepare calibrate -> u32;
    arms {
        sync plain "plain call" { "warning": "freezes this page for {ms|s}", "freezes": true, "repeats": 3, "opposite": "two workers" }
        async one_future "one future" { "warning": "freezes this page for {ms|s}", "freezes": true, "repeats": 3, "opposite": "two workers" }
        async a_hundred_futures "a hundred futures" { "warning": "the page stays yours", "repeats": 3, "opposite": "two workers" }
        async one_worker "one worker" { "warning": "the page stays yours", "repeats": 3, "opposite": "plain call" }
        async two_workers "two workers" { "warning": "the page stays yours", "repeats": 3, "opposite": "plain call" }
    }
}
