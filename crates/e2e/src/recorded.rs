//! A run as it is kept beside an example's sources.

use anyhow::Result;
use serde_json::{Number, Value, json};

use crate::panel::Panel;

const RUN: &str = "
    const {report} = panel;
    const engine = /(Firefox|Chrom\\w+)\\/(\\d+)/.exec(report.environment.user_agent) ?? [, 'WebKit', ''];
    const date = new Date(report.environment.date).toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric'});
    const {variants} = JSON.parse(panel.dataset.declaration);
    const functionOf = (name) => variants.find((it) => it.name === name).function;
    const drawn = panel.drawn().map((it) => ({...it, variant: functionOf(it.variant)}));
    const figures = Object.fromEntries(report.variants.map(({name, measures}) =>
        [functionOf(name), Object.fromEntries(measures.map(({name, samples}) => [name, samples]))]));
    return {engine: `${engine[1]} ${engine[2]}`.trim(), date, cores: report.environment.stated_cores, figures, drawn};";

/// What is kept of a panel's last run: what was measured, and what is drawn of it.
pub async fn recorded(panel: &Panel<'_>) -> Result<Value> {
    panel.script(RUN, json!(null)).await
}

/// Leaves six digits of each number, which is more than a file that people read needs.
pub fn round(value: &mut Value) {
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
