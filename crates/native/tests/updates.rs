//! What the book says of threads that count together, on this machine.

use native::updates::{THREADS, markdown, measure};

#[test]
fn two_steps_lose_what_one_step_and_a_lock_keep() {
    let rows = measure(200_000);
    let [two, one, locked] = &rows[..] else {
        panic!("{rows:?}");
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    // With one core a thread is hardly ever stopped between the two.
    if cores >= 2 {
        assert!(two.counted < two.wanted, "{two:?}");
    }
    assert_eq!(one.counted, THREADS * 200_000);
    assert_eq!(locked.counted, THREADS * 200_000);
}

#[test]
fn what_is_recorded_has_the_form_of_what_is_measured() {
    let recorded = std::fs::read_to_string(native::recorded().join("updates.md")).unwrap();
    let rows = |text: &str| text.lines().filter(|line| line.starts_with('|')).count();
    assert_eq!(
        rows(&recorded),
        rows(&markdown(&measure(10))),
        "remake it by `cargo run --package native`"
    );
}
