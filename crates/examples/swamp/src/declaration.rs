//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{
    Job, a_future_each, a_limit, a_worker_each, calibrate, no_limit, one_for_each_core, one_future,
    one_worker, ten_thousand_waiting,
};

experiment::declare! {
    about {
        "title": "More of everything",
        "lead": "Sixty-four jobs that compute, {ms|s} all together: in one future and in 64; by one worker, one for each core, and 64, started for it. Ten thousand futures that wait, on one thread. And a thread that gets twice as much work as it can do: without a limit, and with one.",
        "run": "eight ways",
        "throughput": true,
        "cores": 2,
        "claims": ["K50", "K51"],
        "prediction": {
            "question": "Which of these does your machine bear worst?",
            "answers": [
                {
                    "text": "ten thousand futures that wait",
                    "why": "A future that waits is some bytes and a timer. Nobody looks at it until it is due.",
                    "right": "start('10,000 waiting') >= start('a worker each')"
                },
                {
                    "text": "sixty-four workers that compute",
                    "why": "It was otherwise here: see the figures.",
                    "right": "start('10,000 waiting') < start('a worker each') and took('a worker each') >= 1.2 * took('one for each core')"
                },
                {
                    "text": "none of them: more hands are faster",
                    "why": "Hands beyond the cores bring no power, and each has to be hired.",
                    "right": "start('10,000 waiting') < start('a worker each') and took('a worker each') < 1.2 * took('one for each core')"
                }
            ]
        },
        "measures": [
            { "name": "start", "label": "until all were started", "unit": "ms" },
            { "name": "took", "label": "until all were done", "unit": "ms" },
            { "name": "rate", "label": "once started", "unit": "jobs a second" },
            { "name": "bytes", "label": "memory taken", "unit": "bytes" },
            { "name": "longest", "label": "in line, at most", "unit": "jobs" },
            { "name": "refused", "label": "sent away", "unit": "jobs" },
            { "name": "delay", "label": "the longest that one took", "unit": "ms" }
        ],
        "findings": [
            {
                "claim": "K50",
                "says": "Handing work to threads makes it easy to add processing power",
                "expected": "misleading",
                "cases": [
                    {
                        "when": "max(rate('one future'), rate('a future each')) < 1.25 * rate('one worker') and rate('one for each core') >= 1.3 * rate('one worker') and rate('a worker each') < 1.5 * rate('one for each core')",
                        "finding": "misleading",
                        "why": "Up to the cores it does: one worker did {rate('one worker')|jobs a second}, one for each core {rate('one for each core')|}, and sixty-four {rate('a worker each')|}. Tasks on one thread add none: {rate('one future')|} in one future, {rate('a future each')|} in sixty-four."
                    },
                    {
                        "when": "rate('a worker each') >= 1.5 * rate('one for each core')",
                        "finding": "holds",
                        "why": "One worker did {rate('one worker')|jobs a second}, one for each core {rate('one for each core')|}, and sixty-four {rate('a worker each')|}."
                    },
                    {
                        "when": "max(rate('one future'), rate('a future each')) > 1.3 * rate('one worker') or rate('one for each core') < 0.8 * rate('one worker')",
                        "finding": "false",
                        "why": "One worker did {rate('one worker')|jobs a second}, one for each core {rate('one for each core')|}, one future {rate('one future')|}, and sixty-four {rate('a future each')|}."
                    }
                ]
            },
            {
                "claim": "K51",
                "says": "With too many threads processing is swamped, and asynchronous code becomes a hindrance",
                "expected": "conditional",
                "cases": [
                    {
                        "when": "took('a worker each') >= 1.2 * took('one for each core') and start('10,000 waiting') < start('a worker each') and bytes('10,000 waiting') < bytes('a worker each') and longest('no limit') >= 2 * longest('at most 8 in line') and delay('no limit') >= 2 * delay('at most 8 in line')",
                        "finding": "conditional",
                        "why": "Sixty-four workers took {took('a worker each')|ms} and {bytes('a worker each')|bytes}, one for each core {took('one for each core')|ms}; {start('a worker each')|ms} of it went into starting them. Tasks that wait, no: ten thousand were started in {start('10,000 waiting')|ms} and took {bytes('10,000 waiting')|bytes}. More work than can be done swamps anybody: {longest('no limit')|jobs} stood in line, until a limit sent {refused('at most 8 in line')|jobs} away."
                    },
                    {
                        "when": "took('a worker each') < 1.2 * took('one for each core')",
                        "finding": "false",
                        "why": "Sixty-four workers took {took('a worker each')|ms}, one for each core {took('one for each core')|ms}."
                    },
                    {
                        "when": "start('10,000 waiting') > 2 * start('a worker each') or bytes('10,000 waiting') > 2 * bytes('a worker each') or refused('no limit') > 10 or longest('at most 8 in line') > 30",
                        "finding": "holds",
                        "why": "Sixty-four workers took {took('a worker each')|ms} and one for each core {took('one for each core')|ms}. Ten thousand futures took {start('10,000 waiting')|ms} to start and {bytes('10,000 waiting')|bytes}. In line stood {longest('no limit')|jobs} without a limit and {longest('at most 8 in line')|} with one."
                    }
                ]
            }
        ]
    }
    params {
        ms { "label": "all jobs together", "unit": "ms", "min": 100, "max": 400, "step": 50, "default": 150 }
    }
    prepare calibrate -> Job;
    arms {
        async one_future "one future" { "warning": "the page stays yours", "repeats": 3, "opposite": "one for each core" }
        async a_future_each "a future each" { "warning": "holds this page for {ms|s}", "freezes": true, "repeats": 3, "opposite": "one for each core" }
        async one_worker "one worker" { "warning": "the page stays yours", "repeats": 3, "opposite": "one for each core" }
        async one_for_each_core "one for each core" { "warning": "the page stays yours", "repeats": 3, "opposite": "one worker" }
        async a_worker_each "a worker each" { "warning": "the page may stutter: 64 threads", "opposite": "one for each core" }
        async ten_thousand_waiting "10,000 waiting" { "warning": "the page stays yours", "opposite": "a worker each" }
        async no_limit "no limit" { "warning": "the page stays yours", "opposite": "at most 8 in line" }
        async a_limit "at most 8 in line" { "warning": "the page stays yours", "opposite": "no limit" }
    }
}
