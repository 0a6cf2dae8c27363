//! The lesson of `six-strategies`: which of six ways of computing keep the page alive.

use anyhow::{Result, ensure};
use e2e::{Feature, Report, Session, median, run_measured, run_measured_with};
use serde_json::json;

use crate::SLOW;
use crate::ensure_within;

e2e::tests! {
    Exclusive:
        the_freezes_are_felt_as_long_as_they_are_reported
        the_freezes_are_as_long_on_a_slow_machine
        the_page_stays_alive_under_the_other_strategies
        the_best_yield_keeps_the_frames
        the_best_yield_costs_little
        recording_leaves_the_ratios_as_they_are
}

const SLUG: &str = "six-strategies";
const PAGE: &str = "index.html";
pub const FREEZING: [&str; 3] = ["blocking", "async without a yield", "microtask yield"];
pub const YIELDING: [&str; 3] = ["timer slices", "best yield", "worker"];

/// How long a freezing variant freezes the page, in milliseconds.
const FREEZE: f64 = 1000.0;
/// A freeze is never longer than this.
const LONGEST: f64 = 3000.0;
/// How often each side runs where ratios are held to a few per cent; half as often where a tenth is allowed.
const ROUNDS: usize = 24;
/// The variant that makes the most events in a second of work, and the one that makes none.
const RECORDED: [&str; 2] = ["blocking", "best yield"];
/// A page that is never later than this feels alive.
const ALIVE: f64 = 50.0;

fn the_freezes_are_felt_as_long_as_they_are_reported() {
    run_measured(async |session| {
        session.open(PAGE).await?;
        session.start_heartbeat().await?;
        freezes(session).await
    });
}

fn the_freezes_are_as_long_on_a_slow_machine() {
    run_measured_with(&[Feature::Throttle], async |session| {
        session.open(PAGE).await?;
        session.throttle(SLOW).await?;
        session.start_heartbeat().await?;
        freezes(session).await
    });
}

async fn freezes(session: &Session) -> Result<()> {
    for variant in FREEZING {
        let mut holds = Vec::new();
        // Each run sizes its work anew, and one in some twenty was sized a quarter too long on a processor slowed down.
        for _ in 0..3 {
            let (report, span) = session.panel(SLUG).run_variant(variant).await?;
            let hold = report.median(variant, "stall")?;
            let felt = session.beat(span).await?.lateness;
            ensure!(hold >= 500.0, "`{variant}` reports a hold of {hold:.0} ms");
            ensure!(
                felt >= hold * 0.9,
                "`{variant}` reports a hold of {hold:.0} ms and {felt:.0} ms were felt"
            );
            ensure!(
                felt <= LONGEST,
                "`{variant}` froze the page for {felt:.0} ms"
            );
            holds.push(hold);
        }
        ensure_within(
            &format!("the median hold of `{variant}` ({holds:.0?})"),
            median(&holds),
            FREEZE,
            0.25,
        )?;
    }
    Ok(())
}

fn the_page_stays_alive_under_the_other_strategies() {
    run_measured(async |session| {
        session.open(&format!("{PAGE}?{SLUG}.ms=400")).await?;
        session.start_heartbeat().await?;
        for variant in YIELDING {
            // One late timer may be the machine's doing. A variant that holds the page does it each time.
            let (mut felt, mut held) = (Vec::new(), Vec::new());
            for _ in 0..5 {
                let (report, span) = session.panel(SLUG).run_variant(variant).await?;
                held.push(report.median(variant, "stall")?);
                felt.push(session.beat(span).await?.lateness);
            }
            ensure!(
                median(&felt) <= ALIVE,
                "under `{variant}` a timer was {felt:.0?} ms late ({held:.0?} ms reported)"
            );
        }
        Ok(())
    });
}

fn the_best_yield_keeps_the_frames() {
    run_measured(async |session| {
        session.open(PAGE).await?;
        session.start_heartbeat().await?;
        let mut rates = Vec::new();
        // While a worker computes, the page is idle and the machine is as busy.
        for variant in ["worker", "best yield"] {
            let (_, span) = session.panel(SLUG).run_variant(variant).await?;
            rates.push(session.beat(span).await?.frame_rate());
        }
        ensure!(
            rates[1] >= rates[0] * 0.8,
            "{:.0} frames a second are left of {:.0}",
            rates[1],
            rates[0]
        );
        Ok(())
    });
}

fn the_best_yield_costs_little() {
    run_measured(async |session| {
        session.open(&format!("{PAGE}?{SLUG}.ms=400")).await?;
        let panel = session.panel(SLUG);
        let mut times: [Vec<f64>; 2] = Default::default();
        for _ in 0..ROUNDS / 2 {
            for (variant, times) in ["blocking", "best yield"].into_iter().zip(&mut times) {
                times.push(time(&panel.run_variant(variant).await?.0, variant)?);
            }
        }
        let [blocking, yielding] = times.map(|times| typical(&times));
        let ratio = yielding / blocking;
        ensure!(
            ratio <= 1.10,
            "it takes {ratio:.3} times as long as blocking"
        );
        Ok(())
    });
}

fn recording_leaves_the_ratios_as_they_are() {
    run_measured_with(&[Feature::ManyRuns], async |session| {
        session.open(&format!("{PAGE}?{SLUG}.ms=400")).await?;
        session
            .panel(SLUG)
            .script(
                "const bare = panel.cloneNode(true);
                const declaration = JSON.parse(panel.dataset.declaration);
                declaration.variants = declaration.variants.filter((variant) => args.includes(variant.name));
                Object.assign(declaration, { findings: [], prediction: undefined });
                const recorded = panel.cloneNode(true);
                recorded.dataset.declaration = JSON.stringify(declaration);
                for (const variant of declaration.variants) variant.bare = true;
                bare.dataset.declaration = JSON.stringify(declaration);
                panel.replaceWith(recorded, bare);",
                json!(RECORDED),
            )
            .await?;
        let variants = RECORDED;
        let mut recorded = vec![Vec::new(); variants.len()];
        let mut bare = recorded.clone();
        // Both take turns, so that what the machine does meanwhile meets both.
        for _ in 0..ROUNDS {
            for (nth, times) in [&mut recorded, &mut bare].into_iter().enumerate() {
                let (report, _) = session.nth_panel(SLUG, nth).run().await?;
                for (variant, times) in variants.iter().zip(times) {
                    times.push(time(&report, variant)?);
                }
            }
        }
        // How many times as long as the plain loop each variant takes.
        let [recorded, bare] = [recorded, bare].map(|series| {
            let blocking = typical(&series[0]);
            series
                .iter()
                .map(|times| typical(times) / blocking)
                .collect::<Vec<_>>()
        });
        let moved = recorded
            .iter()
            .zip(&bare)
            .map(|(recorded, bare)| (recorded / bare - 1.0).abs());
        ensure!(
            moved.fold(0.0, f64::max) <= 0.03,
            "recording moves the ratios of {variants:?} from {bare:.3?} to {recorded:.3?}"
        );
        Ok(())
    });
}

/// How long a variant took for each prime that it found: work is sized anew for each panel, and nearly all of it is the primes.
fn time(report: &Report, variant: &str) -> Result<f64> {
    Ok(report.median(variant, "total")? / report.median(variant, "checksum")?)
}

/// The mean of the faster half: what else a machine does only slows runs down, but now and then a processor makes one a few per cent faster.
///
/// Tried on 40 runs of each side with the other core busy: of 24 each, this kept to 3 per cent always, the fastest run failed it every third time.
fn typical(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = &sorted[..sorted.len() / 2];
    half.iter().sum::<f64>() / half.len() as f64
}
