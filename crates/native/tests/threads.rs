//! What the book says of the recorded programs, on this machine.

use native::threads::{Row, WAITS, markdown, measure};
use std::sync::LazyLock;
use std::time::Duration;

/// One measurement for all tests: programs that run beside each other would count each other's threads.
static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| measure(Duration::from_millis(200)).unwrap());

#[test]
fn threads_follow_the_executor_and_not_the_waits() {
    let [one, pool, each, one_computes, pool_computes, two_compute] = &ROWS[..] else {
        panic!("{:?}", *ROWS);
    };
    assert_eq!((one.agents, one.overlap), (1, 0.0), "{one:?}");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    assert!(pool.agents <= cores, "{pool:?} on {cores} cores");
    assert_eq!(each.agents, WAITS, "{each:?}");
    for waits in [one, pool, each] {
        assert!(waits.took >= 200.0, "{waits:?}");
        assert!(waits.took < 2000.0, "the waits did not overlap: {waits:?}");
    }
    assert_eq!((one_computes.agents, one_computes.overlap), (1, 0.0));
    assert_eq!(two_compute.agents, 2, "{two_compute:?}");
    if cores >= 2 {
        for parallel in [pool_computes, two_compute] {
            assert!(parallel.overlap > 0.2 * parallel.took, "{parallel:?}");
        }
    }
}

#[test]
fn the_operating_system_counts_the_threads_where_it_tells() {
    if let (Some(one), Some(each)) = (ROWS[0].threads, ROWS[2].threads) {
        assert!(one < 100, "{:?}", *ROWS);
        assert!(each > WAITS, "{:?}", *ROWS);
    }
}

#[test]
fn what_is_recorded_has_the_form_of_what_is_measured() {
    let recorded = std::fs::read_to_string(native::recorded().join("threads.md")).unwrap();
    let names = |text: &str| -> Vec<String> {
        let rows = text.lines().filter(|line| line.starts_with('|'));
        rows.filter_map(|row| Some(row.split('|').nth(1)?.to_owned()))
            .collect()
    };
    assert_eq!(
        names(&recorded),
        names(&markdown(&ROWS)),
        "remake it by `cargo run --package native`"
    );
}
