//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    eight_threads, half_full, nearly_full, one_blocking, one_loop, really_awaiting,
    really_blocking, sixty_four_threads,
};

experiment::declare! {
    about {
        "title": "A server, built in four ways",
        "lead": "In virtual time: clients ask, and ask again as soon as they are answered. A request waits for 50 ms and computes for 1 ms, on average. It is served by one thread that blocks, by 8 of them, by 64, with the cores that you give them, and by one thread with an event loop. Then the loop with requests that only compute, for 1 ms, and arrive at random. Last, two small servers for real, in a worker.",
        "run": "eight servers",
        "throughput": true,
        "claims": ["K49", "K52"],
        "prediction": {
            "question": "Under 512 clients, how many threads that block are needed to answer as much as the one thread with the loop?",
            "answers": [
                {
                    "text": "one: a thread is a thread",
                    "why": "A thread that blocks answers one request in its wait and its work together. The loop computes while all others wait.",
                    "right": "crowd('one that blocks') >= 0.9 * crowd('one loop')"
                },
                {
                    "text": "about eight",
                    "why": "Each of the eight waits for most of its time. What counts is not how many can compute, but how many can wait.",
                    "right": "crowd('one that blocks') < 0.9 * crowd('one loop') and crowd('eight threads') >= 0.9 * crowd('one loop')"
                },
                {
                    "text": "some fifty",
                    "why": "It was otherwise here: see the figures.",
                    "right": "crowd('eight threads') < 0.9 * crowd('one loop') and crowd('sixty-four threads') >= 0.9 * crowd('one loop')"
                },
                {
                    "text": "no number is enough",
                    "why": "Enough threads keep a core as busy as a loop does, and with more cores busier. They cost a stack each.",
                    "right": "crowd('sixty-four threads') < 0.9 * crowd('one loop')"
                }
            ]
        },
        "measures": [
            { "name": "one", "label": "answers in a second, 1 client", "unit": "answers a second" },
            { "name": "eight", "label": "8 clients", "unit": "answers a second" },
            { "name": "sixty", "label": "64 clients", "unit": "answers a second" },
            { "name": "crowd", "label": "512 clients", "unit": "answers a second" },
            { "name": "slowest", "label": "slowest of a hundred, 512 clients", "unit": "ms" },
            { "name": "computing", "label": "64 clients, nothing but computing", "unit": "answers a second" },
            { "name": "threads", "label": "threads", "unit": "threads" },
            { "name": "cores", "label": "cores", "unit": "cores" },
            { "name": "mean", "label": "a request, on average", "unit": "ms" },
            { "name": "inside", "label": "requests inside, on average", "unit": "requests" },
            { "name": "busy", "label": "the core is busy", "unit": "%" },
            { "name": "really", "label": "for real", "unit": "answers a second" },
            { "name": "foretold", "label": "foretold in virtual time", "unit": "answers a second" }
        ],
        "lines": {
            "says": "Answers in a second, by how many clients there are",
            "across": "clients",
            "caption": "Higher is better. Each line upwards is ten times the one before.",
            "factors": true,
            "points": [
                { "measure": "one", "at": "1" },
                { "measure": "eight", "at": "8" },
                { "measure": "sixty", "at": "64" },
                { "measure": "crowd", "at": "512" }
            ]
        },
        "findings": [
            {
                "claim": "K49",
                "says": "Synchronous code scales less well, since it works in turn",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "crowd('one that blocks') < 0.1 * crowd('one loop') and crowd('eight threads') >= 6 * crowd('one that blocks') and crowd('eight threads') < 0.5 * crowd('one loop') and computing('one loop') < 1.1 * computing('one that blocks') and really('one that blocks, for real') < 0.5 * really('one loop, for real') and max(really('one that blocks, for real') / foretold('one that blocks, for real'), really('one loop, for real') / foretold('one loop, for real')) < 1.3 and min(really('one that blocks, for real') / foretold('one that blocks, for real'), really('one loop, for real') / foretold('one loop, for real')) >= 0.5",
                        "finding": "conditional",
                        "why": "With requests that wait, one thread that blocks answers {crowd('one that blocks')|} in a second, eight {crowd('eight threads')|}, and one loop {crowd('one loop')|}. With requests that only compute, one thread that blocks answers {computing('one that blocks')|} and the loop {computing('one loop')|}: no more."
                    },
                    {
                        "when": "crowd('one that blocks') >= 0.9 * crowd('one loop')",
                        "finding": "false",
                        "why": "One thread that blocks answers {crowd('one that blocks')|} in a second, and one loop {crowd('one loop')|}."
                    },
                    {
                        "when": "crowd('eight threads') > 0.8 * crowd('one loop') or crowd('eight threads') < 2 * crowd('one that blocks') or computing('one loop') > 2 * computing('one that blocks') or really('one that blocks, for real') > 0.9 * really('one loop, for real')",
                        "finding": "holds",
                        "why": "One thread that blocks answers {crowd('one that blocks')|} in a second, eight {crowd('eight threads')|} and one loop {crowd('one loop')|}; with nothing but computing {computing('one that blocks')|} and {computing('one loop')|}. For real, {really('one that blocks, for real')|} and {really('one loop, for real')|}."
                    }
                ]
            },
            {
                "claim": "K52",
                "says": "High load needs async; and a heavily loaded process with one thread should be synchronous",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "crowd('one that blocks') < 0.1 * crowd('one loop') and crowd('eight threads') < 0.5 * crowd('one loop') and crowd('sixty-four threads') >= 0.9 * crowd('one loop') and mean('the loop, nearly full') >= 5 * mean('the loop, half full') and min(inside('the loop, nearly full'), 10) >= 5 * inside('the loop, half full')",
                        "finding": "misleading",
                        "why": "With one thread, blocking is the worst choice: {crowd('one that blocks')|} answers in a second against {crowd('one loop')|}. But enough threads do it too: {threads('sixty-four threads')|threads} on {cores('sixty-four threads')|cores} answer {crowd('sixty-four threads')|}, each with a stack of its own. And no style helps where nearly all of a core is wanted: at {busy('the loop, nearly full')|%} a request takes {mean('the loop, nearly full')|ms}, at {busy('the loop, half full')|%} {mean('the loop, half full')|ms}."
                    },
                    {
                        "when": "crowd('sixty-four threads') < 0.9 * crowd('one loop') and crowd('one that blocks') < 0.1 * crowd('one loop')",
                        "finding": "conditional",
                        "why": "One loop answers {crowd('one loop')|} in a second, and 64 threads {crowd('sixty-four threads')|}."
                    },
                    {
                        "when": "crowd('one that blocks') > 0.5 * crowd('one loop') or mean('the loop, nearly full') < 2.5 * mean('the loop, half full') or inside('the loop, nearly full') < 2.5 * inside('the loop, half full')",
                        "finding": "false",
                        "why": "One thread that blocks answers {crowd('one that blocks')|} in a second, eight {crowd('eight threads')|}, sixty-four {crowd('sixty-four threads')|}, and one loop {crowd('one loop')|}."
                    }
                ]
            }
        ]
    }
    params {
        cores { "label": "cores of the threads", "unit": "cores", "min": 1, "max": 16, "step": 1, "default": 4 }
    }
    arms {
        sync one_blocking "one that blocks" { "warning": "virtual time", "bare": true, "opposite": "one loop" }
        sync eight_threads "eight threads" { "warning": "virtual time", "bare": true, "opposite": "one that blocks" }
        sync sixty_four_threads "sixty-four threads" { "warning": "virtual time", "bare": true, "opposite": "one that blocks" }
        sync one_loop "one loop" { "warning": "virtual time", "bare": true, "opposite": "one that blocks" }
        sync half_full "the loop, half full" { "warning": "virtual time", "bare": true, "opposite": "the loop, nearly full" }
        sync nearly_full "the loop, nearly full" { "warning": "virtual time", "bare": true, "opposite": "the loop, half full" }
        async really_blocking "one that blocks, for real" { "warning": "holds a worker", "opposite": "one loop, for real" }
        async really_awaiting "one loop, for real" { "warning": "holds a worker, bit by bit", "opposite": "one that blocks, for real" }
    }
}
