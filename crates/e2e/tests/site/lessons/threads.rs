//! The lessons of chapter 7: threads, and what runs at the same moment.

use anyhow::ensure;

use crate::{ensure_same_result, lesson};

e2e::tests! {
    Shared:
        threads_are_one_for_a_thousand_waits_and_two_for_what_runs_at_once
        four_ways_are_two_questions
        bystanders_stand_still_for_a_lock_and_not_for_a_query
        kitchen_needs_one_cook_for_ovens_and_more_for_knives
        dinner_is_bounded_by_its_longest_chain
}

fn threads_are_one_for_a_thousand_waits_and_two_for_what_runs_at_once() {
    lesson("threads", |report| {
        let agents = |variant| report.median(variant, "agents");
        let overlap = |variant| report.median(variant, "overlap");
        for variant in ["a thousand waits", "two waits", "two computations"] {
            ensure!(
                agents(variant)? == 1.0 && overlap(variant)? == 0.0,
                "`{variant}`"
            );
        }
        ensure!(agents("two workers")? == 2.0);
        ensure!(overlap("two workers")? >= 100.0);
        ensure!(report.median("two computations", "stall")? >= 800.0);
        Ok(())
    });
}

fn four_ways_are_two_questions() {
    lesson("four-ways", |report| {
        let hold = |variant| report.median(variant, "stall");
        ensure!(hold("one thread, blocking")? >= 1200.0);
        ensure!(hold("one thread, async")? <= 400.0);
        for variant in ["four workers, blocking", "four workers, async"] {
            ensure!(hold(variant)? <= 100.0, "`{variant}` held the page");
            ensure!(report.median(variant, "overlap")? > 10.0, "`{variant}`");
        }
        ensure!(report.median("four workers, blocking", "held")? >= 300.0);
        Ok(())
    });
}

fn bystanders_stand_still_for_a_lock_and_not_for_a_query() {
    lesson("bystanders", |report| {
        let ticks = |who, variant| report.median(variant, who);
        for who in ["b", "c", "page"] {
            let (free, beside) = (ticks(who, "nobody waits")?, ticks(who, "A waits")?);
            ensure!(beside >= 0.7 * free, "{who}: {beside} of {free}");
        }
        ensure!(ticks("b", "A waits, with a lock")? <= 10.0);
        Ok(())
    });
}

fn kitchen_needs_one_cook_for_ovens_and_more_for_knives() {
    lesson("kitchen", |report| {
        let served = |variant| report.median(variant, "served");
        ensure!(served("roasts, one who waits")? >= 900.0);
        ensure!(served("roasts, one who does not")? <= 450.0);
        ensure!(served("salads, one who does not")? >= 1.2 * served("salads, three cooks")?);
        Ok(())
    });
}

fn dinner_is_bounded_by_its_longest_chain() {
    lesson("dinner", |report| {
        ensure_same_result(report, "too_early")?;
        ensure!(report.median("one cook", "served")? >= 1500.0);
        ensure!(report.median("eight cooks", "served")? >= 600.0);
        Ok(())
    });
}
