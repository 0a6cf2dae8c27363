//! The runs of a panel, each in four phases: prepare, record, conclude, show.

use crate::conclude::conclude;
use crate::page::{Example, Page, sentence};
use crate::prepare::prepare;
use crate::record::{Recorded, record};
use crate::request::Request;
use crate::view::View;
use std::cell::RefCell;
use verdict::declaration::Declaration;
use verdict::markup;
use verdict::recorded::Drawn;
use verdict::recording::Recording;
use verdict::report::{Report, trace_events};
use wasm_bindgen::prelude::*;

/// The runs of one panel: what was recorded of each variant the last time it ran, and its picture.
#[wasm_bindgen]
#[derive(Default)]
pub struct Runs {
    settings: RefCell<Vec<f64>>,
    recordings: RefCell<Vec<(String, Vec<Recording>)>>,
    /// The variants of the last run.
    last: RefCell<Vec<String>>,
    view: RefCell<Option<View>>,
}

#[wasm_bindgen]
impl Runs {
    /// No run yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs an experiment, or one variant of it, shows it in the panel, and returns `{report, words}` as JSON.
    pub async fn run(
        &self,
        request: String,
        example: Example,
        page: Page,
    ) -> Result<String, JsValue> {
        let request: Request = serde_json::from_str(&request)
            .map_err(|error| sentence(&format!("The declaration cannot be read: {error}.")))?;
        let prepared = prepare(&request, &example, &page).await?;
        let mut recorded = record(&request, &prepared, &example, &page).await?;
        let report = conclude(&request, prepared, &mut recorded).await?;
        page.go_on()?;
        Ok(self.show(&request, report, recorded, &page))
    }

    /// The events of the last run in the Trace Event Format, as JSON; made when asked for, because it is by far the largest text of all.
    pub fn trace(&self) -> String {
        let (all, last) = (self.recordings.borrow(), self.last.borrow());
        trace_events(all.iter().filter(|(name, _)| last.contains(name))).to_string()
    }

    /// What is drawn of the last run, as JSON: what is kept of it beside an example's sources.
    pub fn drawn(&self) -> Result<String, JsValue> {
        let (all, last) = (self.recordings.borrow(), self.last.borrow());
        let ran: Vec<_> = all
            .iter()
            .filter(|(name, _)| last.contains(name))
            .cloned()
            .collect();
        serde_json::to_string(&Drawn::reduced(&ran)).map_err(|error| sentence(&error.to_string()))
    }

    /// Forgets all runs.
    pub fn forget(&self) {
        self.recordings.borrow_mut().clear();
        self.view.take();
    }

    /// The fourth phase of a run: keeps what was recorded and puts it into the page, and gives the report, and what is said of it, as JSON.
    fn show(&self, request: &Request, report: Report, recorded: Recorded, page: &Page) -> String {
        let declaration = &request.declaration;
        self.keep(declaration, &request.settings, recorded.recordings);
        let kept = self.recordings.borrow();
        let picked = usize::try_from(request.picked).ok();
        let broken = request.broken.as_deref();
        let pieces = markup::pieces(declaration, &report, &kept, picked, broken);
        self.view
            .replace(View::show(page, declaration, &pieces, &kept));
        let words = markup::in_words(declaration, &report, picked);
        serde_json::json!({"words": words, "report": report}).to_string()
    }

    /// Keeps what was recorded, so that variants run one by one stand beside each other.
    fn keep(
        &self,
        declaration: &Declaration,
        settings: &[f64],
        new: Vec<(String, Vec<Recording>)>,
    ) {
        let mut kept = self.recordings.borrow_mut();
        // Variants that ran with other settings do not compare; and what the reader does by hand takes so long that nothing would be seen of the others beside it.
        let by_hand = |all: &[(String, Vec<Recording>)]| {
            all.iter().any(|(name, _)| declaration.is_by_hand(name))
        };
        if *self.settings.borrow() != settings || by_hand(&kept) != by_hand(&new) {
            kept.clear();
        }
        self.settings.replace(settings.to_vec());
        self.last
            .replace(new.iter().map(|(name, _)| name.clone()).collect());
        kept.retain(|(name, _)| new.iter().all(|(other, _)| other != name));
        kept.extend(new);
        kept.sort_by_key(|(name, _)| {
            declaration
                .variants
                .iter()
                .position(|variant| &variant.name == name)
        });
    }
}
