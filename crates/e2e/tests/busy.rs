//! Every experiment five times in a row, while another program keeps a core busy: what a reader's own machine may be doing.

use std::hint::spin_loop;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::scope;

use e2e::{Site, run};

/// How often each example runs.
const RUNS: usize = 5;

/// Ends the other program when the tests are over, or one has failed.
struct End<'a>(&'a AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Relaxed);
    }
}

#[test]
#[ignore = "takes half an hour"]
fn no_example_finds_something_else_beside_a_busy_core() {
    let site = Site::built().unwrap_or_else(|error| panic!("{error:#}"));
    let over = AtomicBool::new(false);
    let found = Mutex::new(Vec::new());
    scope(|scope| {
        let _end = End(&over);
        scope.spawn(|| {
            while !over.load(Relaxed) {
                spin_loop();
            }
        });
        for example in &site.examples {
            run(async |session| {
                for _ in 0..RUNS {
                    session.open(&example.page).await?;
                    let (report, _) = session.panel(&example.slug).run_by("Run").await?;
                    let outcome = report.outcome.unwrap_or_default();
                    eprintln!("{} {outcome}", example.slug);
                    found.lock().unwrap().push((example.slug.clone(), outcome));
                }
                Ok(())
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    // A panel that lacks a core says so, which is right.
    found.retain(|(_, outcome)| outcome == "unexpected");
    assert!(found.is_empty(), "{found:?}");
}
