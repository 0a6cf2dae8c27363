//! A run: variants one after another, each under the eyes of the witnesses, with an end to everything.

use crate::observed::Observed;
use crate::view::View;
use crate::watcher::cores;
use crate::witness::{Witness, now};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Date, Error, Function, Number, Object, Promise, Reflect};
use serde::Deserialize;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use trace::recorder;
use verdict::declaration::{Declaration, Variant};
use verdict::judge::{findings, inequality, too_few_cores};
use verdict::markup;
use verdict::order::Order;
use verdict::recorded::Drawn;
use verdict::recording::{Input, Recording, Span, Task};
use verdict::report::{Environment, Outcome, Report, VariantReport, trace_events, variant_report};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// How long a variant may take before it counts as hung, in milliseconds.
const PATIENCE: u32 = 10_000;

/// The same for a variant that the reader does by hand.
const PATIENCE_BY_HAND: u32 = 300_000;

/// A freeze that took longer than this counts for nothing, in milliseconds.
const LONGEST_FREEZE: f64 = 3000.0;

/// How many workers spin at most when cores are counted, whatever the browser states.
const MOST_CORES: u32 = 16;

/// Room for the events of one variant: ten thousand awaits of a task, four numbers of eight bytes for each of their events.
const CAPACITY: usize = 40_000;

#[wasm_bindgen]
extern "C" {
    /// The generated glue of an example.
    pub type Example;

    #[wasm_bindgen(method, catch)]
    fn prepare(this: &Example, params: Vec<f64>, run: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn run(this: &Example, variant: usize, run: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method)]
    fn record(this: &Example, capacity: usize);

    #[wasm_bindgen(method)]
    fn events(this: &Example) -> Vec<f64>;

    #[wasm_bindgen(method)]
    fn stop(this: &Example);

    /// The element, as far as a run needs it.
    #[derive(Clone)]
    pub type Page;

    /// The address of the site's root.
    #[wasm_bindgen(method, getter)]
    fn site(this: &Page) -> String;

    /// Whether the reader has pressed Stop.
    #[wasm_bindgen(method, getter)]
    fn stopped(this: &Page) -> bool;

    /// The clicks and keys in the witness strip so far, three numbers each: when, when heard, and whether it was a key.
    #[wasm_bindgen(method, getter)]
    fn inputs(this: &Page) -> Array<Number>;

    /// A part of the panel, by its class.
    #[wasm_bindgen(method)]
    pub fn part(this: &Page, name: &str) -> HtmlElement;

    /// Says what goes on.
    #[wasm_bindgen(method)]
    fn status(this: &Page, sentence: &str);

    /// Shows how much is done, from 0 to 1.
    #[wasm_bindgen(method)]
    fn progress(this: &Page, done: f64);
}

impl Page {
    /// Nothing, or an error once the reader has pressed Stop.
    fn go_on(&self) -> Result<(), JsValue> {
        if self.stopped() {
            return Err(sentence("stopped"));
        }
        Ok(())
    }
}

/// What the reader asks for.
#[derive(Deserialize)]
struct Request {
    example: String,
    declaration: Declaration,
    /// The settings, in the order of the parameters.
    settings: Vec<f64>,
    /// The only variant to run; all, without.
    variant: Option<String>,
    /// How many times as often as declared each variant is to run.
    times: u32,
    /// The variant that is broken on purpose, by a test.
    broken: Option<String>,
    /// The answer that the reader picked; -1 without one.
    picked: i32,
}

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
        run(self, request, example, page).await
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

async fn run(
    runs: &Runs,
    request: String,
    example: Example,
    page: Page,
) -> Result<String, JsValue> {
    let request: Request = serde_json::from_str(&request)
        .map_err(|error| sentence(&format!("The declaration cannot be read: {error}.")))?;
    let declaration = &request.declaration;
    let window = web_sys::window().ok_or_else(|| sentence("There is no window."))?;
    let document = window
        .document()
        .ok_or_else(|| sentence("There is no document."))?;
    let date = Date::now();

    page.status("Getting ready.");
    let stated_cores = window.navigator().hardware_concurrency();
    let count_cores = async || match declaration.cores {
        0 => None,
        wanted => cores(wanted.max((stated_cores as u32).min(MOST_CORES))).await,
    };
    let cores = count_cores().await;
    page.go_on()?;
    let handle = Handle::new(&page, cores, (0.0, 0.0))?;
    let ready = example.prepare(request.settings.clone(), &handle.object)?;
    if let Err(error) = handle.end_of(ready, PATIENCE).await {
        abandon(&example, &handle);
        return Err(error);
    }
    drop(handle);
    let unmeasurable = too_few_cores(declaration.cores, cores);

    let stage = Stage {
        example: &example,
        page: &page,
        witness: Witness::watch(&window, &document, page.part("hand")),
        cores,
    };
    let named = declaration.variants_named(request.variant.as_deref());
    let mut recorded: Vec<Vec<Recording>> = vec![Vec::new(); named.len()];
    let mut order = Order::of(&named, request.times);
    let turn_share = 1.0 / f64::from(order.turns());
    let mut done = 0.0;
    let mut busy = Vec::new();
    while let Some(turn) = order.next(&recorded) {
        let variant = named[turn.variant];
        let place = declaration
            .place_of(variant, request.broken.as_deref())
            .ok_or_else(|| {
                sentence(&format!(
                    "No variant is the opposite of '{}'.",
                    variant.name
                ))
            })?;
        let warning = declaration.fill(&variant.warning, &request.settings);
        page.status(&format!("{}: {warning}.", variant.name));
        page.progress(done);
        let progress = (done, turn_share);
        let mut recording = stage.record(variant, place, progress).await?;
        done += turn_share;
        busy.push(recording.span());
        recording.unmeasurable = recording.unmeasurable.or(unmeasurable.clone());
        if !turn.warm_up {
            recorded[turn.variant].push(recording);
        }
    }
    let idle_frame = idle_frame(&stage.witness.seen().frames.borrow(), &busy);
    drop(stage);
    // Another program may have taken them in the midst of it.
    let cores_after = count_cores().await;
    if let Some(why) = too_few_cores(declaration.cores, cores_after) {
        for recording in recorded.iter_mut().flatten() {
            recording.unmeasurable.get_or_insert(why.clone());
        }
    }
    let names = named.iter().map(|variant| variant.name.clone());
    let recordings: Vec<(String, Vec<Recording>)> = names.zip(recorded).collect();

    let variants: Vec<VariantReport> = recordings
        .iter()
        .map(|(name, all)| variant_report(declaration, name, all))
        .collect();
    if let Some(difference) = inequality(declaration, &variants) {
        return Err(sentence(&difference));
    }
    let findings = match request.variant {
        None => findings(declaration, &variants, &recordings),
        Some(_) => Vec::new(),
    };
    let report = Report {
        schema: 2,
        example: request.example,
        claims: declaration.claims(),
        params: params(declaration, &request.settings),
        environment: Environment {
            user_agent: window.navigator().user_agent().unwrap_or_default(),
            stated_cores,
            cores,
            cores_after,
            idle_frame,
            date,
        },
        outcome: request.variant.is_none().then(|| Outcome::of(&findings)),
        variants,
        findings,
    };
    page.go_on()?;
    runs.keep(declaration, &request.settings, recordings);
    let kept = runs.recordings.borrow();
    let broken = request.broken.as_deref();
    let picked = usize::try_from(request.picked).ok();
    let pieces = markup::pieces(declaration, &report, &kept, picked, broken);
    runs.view
        .replace(View::show(&page, declaration, &pieces, &kept));
    let answer = serde_json::json!({
        "words": markup::in_words(declaration, &report),
        "report": report,
    });
    Ok(answer.to_string())
}

/// What stays the same for all variants of a run.
struct Stage<'a> {
    example: &'a Example,
    page: &'a Page,
    witness: Witness,
    /// How many workers this machine runs at once, if that was counted.
    cores: Option<f64>,
}

impl Stage<'_> {
    /// Runs one variant once and returns what was recorded of it; its progress begins at a share of the whole run and is itself a share of it.
    async fn record(
        &self,
        variant: &Variant,
        place: usize,
        progress: (f64, f64),
    ) -> Result<Recording, JsValue> {
        let seen = self.witness.seen();
        // The status has to be on the screen before the variant holds the page.
        wait_for(&seen.frames, 3).await;
        let inputs_before = self.page.inputs().length();
        if let Some(outside) = &self.witness.outside {
            // What it saw before is no part of this variant.
            outside.beats().await;
        }
        // From here to the call nothing is awaited, so that a Stop comes before it or finds a variant that it ends.
        self.page.go_on()?;
        if !variant.bare {
            self.example.record(CAPACITY);
        }

        let patience = if variant.by_hand {
            PATIENCE_BY_HAND
        } else {
            PATIENCE
        };
        let begin = now();
        let handle = Handle::new(self.page, self.cores, progress)?;
        let ended = self.example.run(place, &handle.object);
        let ended = match ended {
            Ok(promise) => handle.end_of(promise, patience).await,
            Err(error) => Err(error),
        };
        let end = now();
        if let Err(error) = ended {
            abandon(self.example, &handle);
            // A hidden tab's timers are slowed down, which may look like a hang.
            if seen.hidden.get() && !self.page.stopped() && !handle.panic.get() {
                return Ok(Recording {
                    begin,
                    end,
                    hidden: true,
                    ..Recording::default()
                });
            }
            return Err(error);
        }

        // A beat and a frame after the end close the last gap; the clicks of a freeze are heard by then.
        wait_for(&seen.beats, 1).await;
        wait_for(&seen.frames, 3).await;
        let (events, full) = recorder::parse(&self.example.events());
        let around = |times: &RefCell<Vec<f64>>| around(&times.borrow(), begin, now());
        let inputs: Vec<f64> = self
            .page
            .inputs()
            .iter()
            .skip(inputs_before as usize)
            .map(|number| number.value_of())
            .collect();
        let outside = match &self.witness.outside {
            Some(outside) => outside.beats().await,
            None => None,
        };
        Ok(Recording {
            begin,
            end,
            beats: around(&seen.beats),
            frames: around(&seen.frames),
            outside,
            long_tasks: self.witness.long_tasks.as_ref().map(Observed::take),
            event_entries: self.witness.events.as_ref().map(Observed::take),
            inputs: inputs
                .chunks_exact(3)
                .map(|input| Input {
                    at: input[0],
                    heard: input[1],
                    key: input[2] != 0.0,
                })
                .collect(),
            events,
            full,
            figures: handle.figures.take(),
            tasks: handle.tasks.take(),
            unmeasurable: handle
                .unmeasurable
                .take()
                .or(too_long(variant, end - begin)),
            hidden: seen.hidden.get(),
        })
    }
}

/// Ends what an example still does, and its recording with it: a later variant may be one that must run without.
fn abandon(example: &Example, handle: &Handle) {
    // A module that has panicked has nothing left to stop.
    if !handle.panic.get() {
        example.stop();
        drop(example.events());
    }
}

/// Why a freeze counts for nothing that was so long that the machine, and not the variant, must be the cause.
fn too_long(variant: &Variant, took: f64) -> Option<String> {
    (variant.freezes && took > LONGEST_FREEZE).then(|| {
        format!(
            "‘{}’ took {}, far longer than announced, because this machine was busy with something else. Try again when it is less busy.",
            variant.name,
            verdict::format::with_unit(took, "ms"),
        )
    })
}

/// What a variant gets to report to; its functions go with it.
struct Handle {
    object: Object,
    figures: Rc<RefCell<Vec<(String, f64)>>>,
    tasks: Rc<RefCell<Vec<(u32, Task)>>>,
    unmeasurable: Rc<RefCell<Option<String>>>,
    fail: Rc<RefCell<Option<Function>>>,
    panic: Rc<Cell<bool>>,
    _measure: Closure<dyn FnMut(String, f64)>,
    _task: Closure<dyn FnMut(u32, String, String, u32)>,
    _unmeasurable: Closure<dyn FnMut(String)>,
    _progress: Closure<dyn FnMut(f64)>,
    _panicked: Closure<dyn FnMut(String)>,
    _uncaught: EventListener,
}

impl Handle {
    fn new(page: &Page, cores: Option<f64>, (before, share): (f64, f64)) -> Result<Self, JsValue> {
        let figures = Rc::new(RefCell::new(Vec::new()));
        let fail = Rc::new(RefCell::new(None::<Function>));
        let panic = Rc::new(Cell::new(false));
        let measure = Closure::new({
            let figures = Rc::clone(&figures);
            move |name, value| figures.borrow_mut().push((name, value))
        });
        let tasks = Rc::new(RefCell::new(Vec::new()));
        let task = Closure::new({
            let tasks = Rc::clone(&tasks);
            move |number, name, file, line| {
                tasks.borrow_mut().push((number, Task { name, file, line }));
            }
        });
        let unmeasurable = Rc::new(RefCell::new(None));
        let cannot = Closure::new({
            let unmeasurable = Rc::clone(&unmeasurable);
            move |why| {
                unmeasurable.replace(Some(why));
            }
        });
        let progress = Closure::new({
            let (page, mut shown) = (page.clone(), now());
            move |done| {
                // Drawing it at each slice would be a good part of what is measured.
                if now() - shown > 250.0 {
                    shown = now();
                    page.progress(before + share * done);
                }
            }
        });
        let panicked = Closure::new({
            let (fail, panic) = (Rc::clone(&fail), Rc::clone(&panic));
            move |message: String| {
                panic.set(true);
                if let Some(fail) = fail.take() {
                    let error = sentence(&format!("The example {}.", message.replace('\n', " ")));
                    // A promise's own reject function does not throw.
                    let _ = fail.call1(&JsValue::NULL, &error);
                }
            }
        });
        // A panic ends in a trap that nobody can catch. It is told in the panel, not in the console.
        let uncaught = {
            let panic = Rc::clone(&panic);
            let window = web_sys::window().ok_or_else(|| sentence("There is no window."))?;
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "error", options, move |event| {
                if panic.get() {
                    event.prevent_default();
                }
            })
        };
        let object = Object::new();
        Reflect::set(&object, &"output".into(), &page.part("output"))?;
        Reflect::set(&object, &"site".into(), &page.site().into())?;
        Reflect::set(
            &object,
            &"cores".into(),
            &cores.unwrap_or(1.0).round().max(1.0).into(),
        )?;
        Reflect::set(&object, &"measure".into(), measure.as_ref())?;
        Reflect::set(&object, &"task".into(), task.as_ref())?;
        Reflect::set(&object, &"unmeasurable".into(), cannot.as_ref())?;
        Reflect::set(&object, &"progress".into(), progress.as_ref())?;
        Reflect::set(&object, &"panicked".into(), panicked.as_ref())?;
        Ok(Self {
            object,
            figures,
            tasks,
            unmeasurable,
            fail,
            panic,
            _measure: measure,
            _task: task,
            _unmeasurable: cannot,
            _progress: progress,
            _panicked: panicked,
            _uncaught: uncaught,
        })
    }

    /// Awaits what the example has begun, its panic, or the end of patience.
    async fn end_of(&self, promise: Promise, patience: u32) -> Result<JsValue, JsValue> {
        let ended = within_patience(promise, patience, |fail| {
            self.fail.replace(Some(fail));
        })
        .await;
        if self.panic.get() {
            // WebKit tells of the trap only after the microtasks that bring us here.
            TimeoutFuture::new(0).await;
        }
        ended
    }
}

/// Awaits a promise, but not for ever; `on_fail` gets a function that ends the waiting with an error.
async fn within_patience(
    promise: Promise,
    patience: u32,
    on_fail: impl FnOnce(Function),
) -> Result<JsValue, JsValue> {
    let mut timer = None;
    let mut fail = None;
    let failure = Promise::new(&mut |_, reject| {
        fail = Some(reject.clone());
        timer = Some(Timeout::new(patience, move || {
            let error = sentence(&format!(
                "Nothing came back within {} s, so the run was given up.",
                patience / 1000
            ));
            // A promise's own reject function does not throw.
            let _ = reject.call1(&JsValue::NULL, &error);
        }));
    });
    if let Some(fail) = fail {
        on_fail(fail);
    }
    JsFuture::from(Promise::race(&Array::of2(&promise, &failure))).await
}

/// Waits until a witness has seen so many more events.
async fn wait_for(times: &RefCell<Vec<f64>>, more: usize) {
    let (wanted, give_up) = (times.borrow().len() + more, now() + 500.0);
    // A hidden tab draws no frames, so there is an end to this.
    while times.borrow().len() < wanted && now() < give_up {
        TimeoutFuture::new(4).await;
    }
}

/// The times from shortly before `begin` until `end`, with at least one from before if there is one.
fn around(times: &[f64], begin: f64, end: f64) -> Vec<f64> {
    let shown = times.partition_point(|at| *at < begin - 60.0);
    let before = times.partition_point(|at| *at <= begin).saturating_sub(1);
    let shown = times[shown.min(before)..].iter().copied();
    shown.take_while(|at| *at <= end).collect()
}

/// The distance between frames outside the busy spans, in milliseconds, if there were any: the mean of the middle half, because clocks are coarse and a frame can be late.
fn idle_frame(frames: &[f64], busy: &[Span]) -> Option<f64> {
    let is_idle = |pair: &&[f64]| {
        let apart = |span: &Span| pair[1] <= span.begin || pair[0] >= span.end;
        busy.iter().all(apart)
    };
    let idle = frames.windows(2).filter(is_idle);
    let mut gaps: Vec<f64> = idle.map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_by(f64::total_cmp);
    let middle = &gaps[gaps.len() / 4..gaps.len() - gaps.len() / 4];
    let mean = middle.iter().sum::<f64>() / middle.len() as f64;
    (!middle.is_empty()).then_some(mean)
}

fn params(
    declaration: &Declaration,
    settings: &[f64],
) -> serde_json::Map<String, serde_json::Value> {
    let named = declaration.params.iter().zip(settings);
    named
        .map(|(param, value)| (param.name.clone(), (*value).into()))
        .collect()
}

fn sentence(text: &str) -> JsValue {
    Error::new(text).into()
}
