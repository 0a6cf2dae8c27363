//! The third phase of a run: from what was recorded to a report.

use crate::page::sentence;
use crate::prepare::{Prepared, count_cores};
use crate::record::Recorded;
use crate::request::Request;
use verdict::judge::{findings, inequality, too_few_cores};
use verdict::report::{Environment, Outcome, Report, VariantReport, variant_report};
use wasm_bindgen::prelude::*;

/// Works out measures and findings.
pub async fn conclude(
    request: &Request,
    prepared: Prepared,
    recorded: &mut Recorded,
) -> Result<Report, JsValue> {
    let declaration = &request.declaration;
    // Another program may have taken them in the midst of it.
    let cores_after = count_cores(declaration.cores).await;
    let too_few = |cores| too_few_cores(declaration.cores, cores);
    if let Some(why) = too_few(prepared.cores).or(too_few(cores_after)) {
        for recording in recorded.recordings.iter_mut().flat_map(|(_, all)| all) {
            recording.unmeasurable.get_or_insert(why.clone());
        }
    }
    let variants: Vec<VariantReport> = recorded
        .recordings
        .iter()
        .map(|(name, all)| variant_report(declaration, name, all))
        .collect();
    if let Some(difference) = inequality(declaration, &variants) {
        return Err(sentence(&difference));
    }
    let findings = match request.variant {
        None => findings(
            declaration,
            &variants,
            &recorded.recordings,
            prepared.clock_step,
        ),
        Some(_) => Vec::new(),
    };
    let settings = declaration.params.iter().zip(&request.settings);
    Ok(Report {
        schema: 2,
        example: request.example.clone(),
        claims: declaration.claims(),
        params: settings
            .map(|(param, value)| (param.name.clone(), (*value).into()))
            .collect(),
        environment: Environment {
            user_agent: prepared.user_agent,
            stated_cores: prepared.stated_cores,
            cores: prepared.cores,
            cores_after,
            clock_step: prepared.clock_step,
            idle_frame: recorded.idle_frame,
            date: prepared.date,
        },
        outcome: request.variant.is_none().then(|| Outcome::of(&findings)),
        variants,
        findings,
    })
}
