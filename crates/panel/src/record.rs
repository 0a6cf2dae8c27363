//! The second phase of a run: its variants, one after another, each under the eyes of the witnesses.

use crate::handle::Handle;
use crate::observed::Observed;
use crate::page::{Example, Page, sentence};
use crate::prepare::Prepared;
use crate::request::Request;
use crate::witness::{Witness, now};
use gloo_timers::future::TimeoutFuture;
use std::cell::RefCell;
use trace::recorder;
use verdict::declaration::Variant;
use verdict::order::Order;
use verdict::recording::{Input, Recording, Span};
use wasm_bindgen::prelude::*;

/// How long a variant may take before it counts as hung, in milliseconds.
const LONGEST: u32 = 10_000;

/// The same for a variant that the reader does by hand.
const LONGEST_BY_HAND: u32 = 300_000;

/// A freeze that took longer than this counts for nothing, in milliseconds.
const LONGEST_FREEZE: f64 = 3000.0;

/// How many frames are drawn before the first variant where a worker draws as well.
const LEAD_IN: usize = 6;

/// Room for the events of one variant: ten thousand awaits of a task, four numbers of eight bytes for each of their events.
const CAPACITY: usize = 40_000;

/// What was recorded of the variants, each by its name.
pub struct Recorded {
    /// The repeats of each variant.
    pub recordings: Vec<(String, Vec<Recording>)>,
    /// The distance between frames while nothing ran, in milliseconds.
    pub idle_frame: Option<f64>,
}

/// Runs the variants that are asked for, in turns.
pub async fn record(
    request: &Request,
    prepared: &Prepared,
    example: &Example,
    page: &Page,
) -> Result<Recorded, JsValue> {
    let declaration = &request.declaration;
    let named = declaration.variants_named(request.variant.as_deref());
    let by_name = |recorded: Vec<Vec<Recording>>| {
        let names = named.iter().map(|variant| variant.name.clone());
        names.zip(recorded).collect()
    };
    if let Some(why) = &prepared.unmeasurable {
        let none = Recording {
            unmeasurable: Some(why.clone()),
            ..Recording::default()
        };
        return Ok(Recorded {
            recordings: by_name(vec![vec![none]; named.len()]),
            idle_frame: None,
        });
    }
    let witness = Witness::watch(page.part("hand"), page.part_if_any("live").as_ref())?;
    if let Some(outside) = &witness.outside
        && outside.draws
    {
        // What it draws has to be on the screen before a variant holds the page.
        outside.beats().await;
        wait_for(&witness.seen().frames, LEAD_IN).await;
    }
    let stage = Stage {
        example,
        page,
        witness: &witness,
        cores: prepared.cores,
    };
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
        let recording = stage.record(variant, place, (done, turn_share)).await?;
        done += turn_share;
        busy.push(recording.span());
        if !turn.warm_up {
            recorded[turn.variant].push(recording);
        }
    }
    Ok(Recorded {
        recordings: by_name(recorded),
        idle_frame: idle_frame(&witness.seen().frames.borrow(), &busy),
    })
}

/// What stays the same for all variants of a run.
struct Stage<'a> {
    example: &'a Example,
    page: &'a Page,
    witness: &'a Witness,
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
            LONGEST_BY_HAND
        } else {
            LONGEST
        };
        let begin = now();
        let handle = Handle::new(self.page, self.cores, progress)?;
        let ended = self.example.run(place, &handle.object);
        let ended = match ended {
            Ok(promise) => handle.end_of(promise, patience).await,
            Err(error) => Err(error),
        };
        let end = now();
        let unmeasurable = match ended {
            Ok(why) => why,
            Err(error) => {
                handle.abandon(self.example);
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
        };

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
            unmeasurable: unmeasurable.or(too_long(variant, end - begin)),
            hidden: seen.hidden.get(),
        })
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
