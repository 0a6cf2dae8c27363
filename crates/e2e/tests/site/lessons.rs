//! What each chapter says of its panel's figures: the `checks` of an example, on the report of its whole run at its usual settings.

use anyhow::{Result, ensure};
use e2e::{Feature, Need, Report, Session, Site, Test, run_again, run_measured_with};
use verdict::declaration::Declaration;
use verdict::proof::failed_checks;

use crate::{all_panels, contract, declaration};

/// A test for each example.
pub fn tests() -> Vec<Test> {
    let site = Site::built().unwrap_or_else(|error| panic!("{error:#}"));
    let slugs = site.examples.into_iter().map(|example| example.slug);
    let tests = slugs.map(|slug| {
        Test::new(module_path!(), &slug.clone(), Need::Shared, move || {
            lesson(&slug)
        })
    });
    tests.collect()
}

/// Checks the report as the board left it, or else on the example's own page, by the rule of [`e2e::two_of_three`].
///
/// The host's tests hold the recorded run against them too, so one engine is enough.
fn lesson(slug: &str) {
    let teaches = |report: &Report| teaches(&declaration(slug)?, report);
    let on_its_page =
        async |session: &Session| teaches(&contract::run_on_its_page(session, slug).await?);
    match all_panels::report(slug) {
        None => run_measured_with(&[Feature::ManyRuns], on_its_page),
        Some(report) => run_again(report.and_then(|report| teaches(&report)), on_its_page),
    }
}

fn teaches(declaration: &Declaration, report: &Report) -> Result<()> {
    ensure!(
        !declaration.checks.is_empty(),
        "its chapter says nothing of its figures: give example.toml `checks`"
    );
    let figure = |measure: &str, function: &str| {
        let variant = declaration.name_of(function);
        report.median(variant, measure).ok()
    };
    let failed = failed_checks(declaration, &figure);
    ensure!(failed.is_empty(), "{}", failed.join("\n"));
    Ok(())
}
