//! A run as it is kept beside an example's sources.

use anyhow::{Context, Result};
use serde_json::{Number, Value, json};

use crate::panel::Panel;

const RUN: &str = "
    const {report} = panel;
    const engine = /(Firefox|Chrom\\w+)\\/(\\d+)/.exec(report.environment.user_agent);
    const date = new Date(report.environment.date).toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'});
    return {engine: `${engine[1]} ${engine[2]}`, date, cores: report.environment.stated_cores, report, drawn: panel.drawn()};";

/// What is kept of a panel's last run: the report, and what is drawn of it, with six digits of each figure.
pub async fn recorded(panel: &Panel<'_>) -> Result<Value> {
    let mut run = panel.script(RUN, json!(null)).await?;
    round(&mut run["report"]["variants"]);
    let report = run["report"]
        .as_object_mut()
        .context("a run has a report")?;
    report.remove("environment");
    Ok(run)
}

/// Leaves six digits of each number.
fn round(value: &mut Value) {
    match value {
        Value::Number(number) => {
            let short = number.as_f64().map(|number| format!("{number:.5e}"));
            let short = short.and_then(|text| text.parse::<f64>().ok());
            // Whole numbers stay whole.
            if !number.is_i64()
                && !number.is_u64()
                && let Some(short) = short.and_then(Number::from_f64)
            {
                *number = short;
            }
        }
        Value::Array(all) => all.iter_mut().for_each(round),
        Value::Object(all) => all.values_mut().for_each(round),
        _ => {}
    }
}
