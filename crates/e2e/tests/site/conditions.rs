//! Panels on other people's machines: slow, busy, with a coarse clock, with few frames, after a sleep. No finding but the expected one is ever given; what does not show is said not to.

use std::hint::spin_loop;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use e2e::{Came, Feature, Need, Session, Test, keep, run_with};

use crate::SLOW;

/// Set where all panels are tried, and not a sample.
const ALL: &str = "E2E_CONDITIONS";

/// The share of panels that need no second core and have to show what they are about on a slow processor.
const SHOWN: f64 = 0.9;

/// For how long another program computes and rests, in milliseconds.
const BURST: u64 = 300;

/// Every frame that a page asks for is the second one to come.
const HALF_THE_FRAMES: &str = "{
    const [ask, cancel, asked] = [requestAnimationFrame.bind(window), cancelAnimationFrame.bind(window), new Map()];
    let last = 0;
    window.requestAnimationFrame = (callback) => {
        const id = ++last;
        const second = () => asked.set(id, ask((time) => { asked.delete(id); callback(time); }));
        asked.set(id, ask(second));
        return id;
    };
    window.cancelAnimationFrame = (id) => { cancel(asked.get(id)); asked.delete(id); };
}";

/// The page's clock is an hour ahead of its workers', as after a computer has slept.
const AN_HOUR_AHEAD: &str = "{
    const now = performance.now.bind(performance);
    performance.now = () => now() + 3_600_000;
}";

/// What is unlike the machine that the book was written on.
struct Condition {
    name: &'static str,
    /// What it needs of the browser.
    features: &'static [Feature],
    /// The panels that are always tried: those that it once turned.
    sample: &'static [&'static str],
    change: Change,
}

/// What is done beyond the browser's own settings.
#[derive(Clone, Copy, PartialEq)]
enum Change {
    Nothing,
    /// The page's processor is slowed down.
    Throttle,
    /// Another program takes a core, in bursts.
    BusyCore,
    /// A script runs in each page before all others.
    Script(&'static str),
    /// The page is opened twice, and browsers may take its files from their cache.
    Cache,
}

const CONDITIONS: [Condition; 7] = [
    Condition {
        name: "a_slow_processor",
        features: &[Feature::Throttle],
        sample: &["arrival", "pending", "retries", "stale-search"],
        change: Change::Throttle,
    },
    Condition {
        name: "a_busy_core",
        features: &[Feature::ManyRuns],
        sample: &["sum-callback", "waiters"],
        change: Change::BusyCore,
    },
    Condition {
        name: "the_time_is_hidden",
        features: &[Feature::HiddenTime],
        sample: &["ideas", "ladder", "server"],
        change: Change::Nothing,
    },
    Condition {
        name: "a_clock_of_tenths",
        features: &[Feature::CoarseClock],
        sample: &["freeze", "ideas", "ladder"],
        change: Change::Nothing,
    },
    Condition {
        name: "half_the_frames",
        features: &[Feature::ManyRuns],
        sample: &["five-jobs", "six-strategies"],
        change: Change::Script(HALF_THE_FRAMES),
    },
    Condition {
        name: "files_from_the_cache",
        features: &[Feature::ManyRuns],
        sample: &["in-flight"],
        change: Change::Cache,
    },
    Condition {
        name: "clocks_an_hour_apart",
        features: &[Feature::ManyRuns],
        sample: &["marks", "reactions", "who-calls"],
        change: Change::Script(AN_HOUR_AHEAD),
    },
];

/// A test for each condition.
pub fn tests() -> Vec<Test> {
    let tests = CONDITIONS.into_iter().map(|condition| {
        Test::new(module_path!(), condition.name, Need::Exclusive, move || {
            under(&condition);
        })
    });
    tests.collect()
}

fn under(condition: &Condition) {
    let is_whole = std::env::var_os(ALL).is_some();
    run_with(condition.features, async |session| {
        match condition.change {
            Change::Script(script) => session.server.add_script(script),
            Change::Cache => session.server.let_it_be_cached(),
            Change::Nothing | Change::Throttle | Change::BusyCore => {}
        }
        let _busy = (condition.change == Change::BusyCore).then(BusyCore::start);
        let mut came = Came::default();
        let mut wrong = Vec::new();
        for example in &session.site.examples {
            let slug = example.slug.as_str();
            if !is_whole && !condition.sample.contains(&slug) {
                continue;
            }
            session.open(&example.page).await?;
            match condition.change {
                Change::Cache => session.open(&example.page).await?,
                Change::Throttle => session.throttle(SLOW).await?,
                Change::Nothing | Change::BusyCore | Change::Script(_) => {}
            }
            match outcome(session, slug).await {
                Ok((outcome, _)) if outcome == "as-expected" => came.shown += 1,
                Ok((outcome, why)) if outcome == "unmeasurable" => {
                    came.not_shown.insert(slug.to_owned(), why);
                }
                Ok((outcome, why)) => wrong.push(format!("{slug} is {outcome}: {why}")),
                Err(error) => wrong.push(format!("{slug}: {error:#}")),
            }
        }
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        if is_whole {
            if condition.change == Change::Throttle {
                check_shown(&came)?;
            }
            keep(condition.name, came)?;
        }
        Ok(())
    });
}

/// Runs a panel, and says how it came out and why.
async fn outcome(session: &Session, slug: &str) -> Result<(String, String)> {
    let (report, _) = session.panel(slug).run_by("Run").await?;
    let telling = report.findings.iter().filter(|found| !found.expected);
    let why: Vec<&str> = telling.map(|found| found.why.as_str()).collect();
    Ok((report.outcome.unwrap_or_default(), why.join(" ")))
}

/// Checks that of the panels which need no second core enough have shown what they are about.
fn check_shown(came: &Came) -> Result<()> {
    let one_core = |slug: &str| crate::declaration(slug).is_ok_and(|it| it.cores < 2);
    let missed = came.not_shown.keys().filter(|slug| one_core(slug)).count();
    let all = came.shown + missed;
    ensure!(
        came.shown as f64 >= SHOWN * all as f64,
        "only {} of {all} were shown: {:#?}",
        came.shown,
        came.not_shown
    );
    Ok(())
}

/// A thread that computes and rests by turns; dropped, it ends.
struct BusyCore(Arc<AtomicBool>);

impl BusyCore {
    fn start() -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let own = Self(Arc::clone(&over));
        spawn(move || {
            while !over.load(Relaxed) {
                let begin = Instant::now();
                while begin.elapsed() < Duration::from_millis(BURST) {
                    spin_loop();
                }
                sleep(Duration::from_millis(BURST));
            }
        });
        own
    }
}

impl Drop for BusyCore {
    fn drop(&mut self) {
        self.0.store(true, Relaxed);
    }
}
