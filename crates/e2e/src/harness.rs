//! Runs tests by `libtest-mimic`: each in a thread that waits until the scheduler lets it run.
//!
//! Says how far it is, and at the end what took longest, what was skipped and why, and what came out wrong once.

use std::any::Any;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::Result;
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::json;

use crate::engines::Engine;
use crate::project_root;
use crate::scheduler::{Need, enter};

/// Where it is kept which tests came out wrong once, below the project's folder.
const FLAKY: &str = "target/flaky.json";

/// Where the failures of the run are kept, below the project's folder, for whoever started it to repeat at the end.
const FAILED: &str = "target/failed.txt";

/// How often measured tests of one run may come out wrong once; more fail the run.
const MOST_ONCE_WRONG: usize = 3;

/// How many of the slowest tests are named.
const SLOWEST: usize = 10;

/// A test.
pub struct Test {
    name: String,
    need: Need,
    body: Box<dyn FnOnce() -> Result<()> + Send>,
}

impl Test {
    /// A test of a module, by the name of its function.
    pub fn new<T: Outcome>(
        module: &str,
        name: &str,
        need: Need,
        body: impl FnOnce() -> T + Send + 'static,
    ) -> Self {
        let module = module.split_once("::").map_or("", |(_, module)| module);
        Self {
            name: format!("{module}::{name}"),
            need,
            body: Box::new(|| body().outcome()),
        }
    }

    /// Its name: its module's and its function's.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// What a test may return: nothing, or how it came out.
pub trait Outcome {
    /// How it came out; what returns nothing panics where it fails.
    fn outcome(self) -> Result<()>;
}

impl Outcome for () {
    fn outcome(self) -> Result<()> {
        Ok(self)
    }
}

impl Outcome for Result<()> {
    fn outcome(self) -> Result<()> {
        self
    }
}

/// Lists the tests of a module, by what they need: `tests! { Shared: one two; Static: three }`.
#[macro_export]
macro_rules! tests {
    ($($need:ident: $($test:ident)+);+ $(;)?) => {
        /// The tests of this module.
        pub fn tests() -> Vec<$crate::Test> {
            vec![$($($crate::Test::new(module_path!(), stringify!($test), $crate::Need::$need, $test)),+),+]
        }
    };
}

/// What is known of a test that runs.
#[derive(Default)]
struct Running {
    took: Duration,
    skipped: Option<String>,
    once_wrong: Vec<String>,
}

thread_local! {
    static RUNNING: RefCell<Running> = RefCell::default();
}

/// Notes that the test of this thread has run for so long, once its turn had come.
pub(crate) fn ran(took: Duration) {
    RUNNING.with_borrow_mut(|running| running.took += took);
}

/// Notes that the test of this thread was skipped, and why.
pub(crate) fn skipped(why: &str) {
    RUNNING.with_borrow_mut(|running| running.skipped = Some(why.to_owned()));
}

/// Notes that what the test of this thread measures came out wrong once.
pub(crate) fn once_wrong(why: &str) {
    RUNNING.with_borrow_mut(|running| running.once_wrong.push(why.to_owned()));
}

/// What came of a test.
struct Done {
    name: String,
    running: Running,
    failure: Option<String>,
}

/// Runs these tests in their order, as far as the scheduler lets them: those that the arguments of this process name, of which `before` is told.
pub fn run_all(tests: Vec<Test>, before: impl FnOnce(&BTreeSet<&str>)) -> ExitCode {
    let mut arguments = Arguments::from_args();
    let start = Instant::now();
    let tests: Vec<Test> = tests
        .into_iter()
        .filter(|test| is_named(&arguments, test))
        .collect();
    arguments.filter = None;
    arguments.skip.clear();
    before(&tests.iter().map(Test::name).collect());
    let all = tests.len();
    let done: &'static Mutex<Vec<Done>> = Box::leak(Box::default());
    let trials = tests
        .into_iter()
        .map(|test| {
            let Test { name, need, body } = test;
            Trial::test(name.clone(), move || {
                enter(need);
                let outcome = catch_unwind(AssertUnwindSafe(body));
                let running = RUNNING.take();
                let took = running.took;
                let outcome = match outcome {
                    Ok(outcome) => outcome.map_err(|error| format!("{error:#}")),
                    Err(panic) => Err(words(&*panic)),
                };
                let count = {
                    let mut done = done.lock().expect("nothing panics while it holds this");
                    done.push(Done {
                        name: name.clone(),
                        running,
                        failure: outcome.clone().err(),
                    });
                    done.len()
                };
                progress(&name, took, outcome.is_ok(), (count, all), start.elapsed());
                outcome.map_err(Failed::from)
            })
        })
        .collect();
    // Each waits in a thread of its own: it is the scheduler that says how many run.
    arguments.test_threads = Some(all.max(1));
    arguments.quiet = true;
    let conclusion = libtest_mimic::run(&arguments, trials);
    let done = done.lock().expect("nothing panics while it holds this");
    if !arguments.list {
        summary(&done);
        let failures = failures(&done);
        if let Err(error) = keep_flaky(&done).and_then(|()| keep_failures(&failures)) {
            eprintln!("{FLAKY} or {FAILED} is not written: {error:#}");
        }
        if !failures.is_empty() {
            return ExitCode::FAILURE;
        }
    }
    conclusion.exit_code()
}

/// Whether the arguments let a test run: a filter is a part of its name, or several with commas between.
fn is_named(arguments: &Arguments, test: &Test) -> bool {
    let holds = |part: &str| match arguments.exact {
        true => test.name == part,
        false => test.name.contains(part),
    };
    let filter = arguments.filter.as_deref();
    filter.is_none_or(|filter| filter.split(',').any(holds))
        && !arguments.skip.iter().any(|part| holds(part))
}

/// Says that a test is over, and how long the others will take if they are like those so far.
fn progress(
    name: &str,
    took: Duration,
    right: bool,
    (count, all): (usize, usize),
    so_far: Duration,
) {
    let left = so_far.as_secs_f64() / count as f64 * (all - count) as f64 / 60.0;
    let outcome = if right { "ok" } else { "FAILED" };
    eprintln!(
        "{count:>4} of {all}, about {left:.0} min left: {name} {outcome}, {:.1} s",
        took.as_secs_f64()
    );
}

fn summary(done: &[Done]) {
    let mut slowest: Vec<&Done> = done.iter().collect();
    slowest.sort_by_key(|test| std::cmp::Reverse(test.running.took));
    eprintln!("\nThe slowest:");
    for test in slowest.iter().take(SLOWEST) {
        eprintln!("{:>8.1} s  {}", test.running.took.as_secs_f64(), test.name);
    }
    let mut skipped: BTreeMap<&str, usize> = BTreeMap::new();
    for why in done
        .iter()
        .filter_map(|test| test.running.skipped.as_deref())
    {
        *skipped.entry(why).or_default() += 1;
    }
    for (why, count) in skipped {
        eprintln!("{count} skipped, because {why}");
    }
    for test in done {
        for why in &test.running.once_wrong {
            eprintln!("once wrong: {}: {why}", test.name);
        }
    }
}

/// Keeps which tests came out wrong once, beside those of other engines.
fn keep_flaky(done: &[Done]) -> Result<()> {
    let file = project_root()?.join(FLAKY);
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    let mut kept: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&text).unwrap_or_default();
    let wrong = done.iter().flat_map(|test| {
        let all = test.running.once_wrong.iter();
        all.map(|why| json!({"test": test.name, "why": why}))
    });
    kept.insert(
        format!("{:?}", Engine::from_environment()?),
        wrong.collect(),
    );
    Ok(std::fs::write(
        &file,
        serde_json::to_string_pretty(&kept)? + "\n",
    )?)
}

/// What failed and why, and whether too much came out wrong once.
fn failures(done: &[Done]) -> Vec<String> {
    let mut failures: Vec<String> = done
        .iter()
        .filter_map(|test| Some(format!("{}: {}", test.name, test.failure.as_ref()?)))
        .collect();
    let once_wrong: usize = done.iter().map(|test| test.running.once_wrong.len()).sum();
    if once_wrong > MOST_ONCE_WRONG {
        failures.push(format!(
            "measured tests came out wrong {once_wrong} times, and at most {MOST_ONCE_WRONG} may in one run"
        ));
    }
    failures
}

/// Keeps the failures of this run in place of those of the last.
fn keep_failures(failures: &[String]) -> Result<()> {
    Ok(std::fs::write(
        project_root()?.join(FAILED),
        failures.join("\n"),
    )?)
}

/// What a panic said.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "it panicked".to_owned())
}
