//! What the page's scripts get from Rust, written out for the type checker, which holds it against `crates/site/globals.d.ts`.

use std::fs;
use std::path::Path;

use serde_json::{Map, json};
use verdict::declaration::Finding;
use verdict::example::read;
use verdict::report::{Environment, FindingReport, MeasureReport, Outcome, Report, VariantReport};

/// A report in which nothing is left out.
fn report() -> Report {
    Report {
        schema: 2,
        example: "freeze".to_owned(),
        claims: vec!["K11".to_owned()],
        params: Map::from_iter([("ms".to_owned(), json!(1500))]),
        environment: Environment {
            user_agent: "a browser".to_owned(),
            stated_cores: 2.0,
            cores: Some(2.0),
            cores_after: Some(2.0),
            clock_step: 0.1,
            idle_frame: Some(16.7),
            date: 0.0,
        },
        variants: vec![VariantReport {
            name: "future".to_owned(),
            function: "future".to_owned(),
            measures: vec![MeasureReport {
                name: "stall".to_owned(),
                unit: "ms".to_owned(),
                samples: vec![1.0],
                median: 1.0,
                spread: 0.0,
            }],
        }],
        findings: vec![FindingReport {
            claim: "K11".to_owned(),
            finding: Finding::Conditional,
            expected: true,
            why: "A reason.".to_owned(),
        }],
        outcome: Some(Outcome::AsExpected),
    }
}

#[test]
fn what_scripts_get_is_written_out_for_the_type_checker() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = fs::read_to_string(root.join("crates/examples/freeze/example.toml")).unwrap();
    let declaration = serde_json::to_string_pretty(&read(&text).unwrap()).unwrap();
    let report = serde_json::to_string_pretty(&report()).unwrap();
    let folder = root.join("target/types");
    fs::create_dir_all(&folder).unwrap();
    let script = format!(
        "export const declaration: Declaration = {declaration};\nexport const report: Report = {report};\n"
    );
    fs::write(folder.join("from-rust.ts"), script).unwrap();
}
