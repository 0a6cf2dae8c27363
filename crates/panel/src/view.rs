//! The timelines in the page: drawn from what was recorded, zoomed, moved, and asked by pointer and keys.

use crate::page::Page;
use crate::source::{self, Line};
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use verdict::declaration::Declaration;
use verdict::items::{Item, across, beside, first, items, nearest};
use verdict::judge::Recordings;
use verdict::markup::{self, Pieces};
use verdict::recording::{OWN_TASK, Recording, typical};
use verdict::report::variant_report;
use verdict::timeline::{Scale, Timeline, axis, legend};
use wasm_bindgen::JsCast;
use web_sys::{
    CssStyleDeclaration, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent,
    PointerEvent, WheelEvent,
};

/// How near, as a share of the width, a thing must be to the pointer.
const NEAR: f64 = 0.006;

/// How far a key moves what is shown, as a share of it.
const STEP: f64 = 0.25;

/// The timelines of a run; dropped, they stay in the page and answer no more.
pub struct View {
    _listeners: Vec<EventListener>,
}

/// One variant's timeline.
struct Shown {
    name: String,
    function: String,
    recording: Recording,
    /// The figure of its longest stall.
    stall: f64,
    shapes: Timeline,
    items: Vec<Item>,
    view: HtmlElement,
}

struct Timelines {
    panel: HtmlElement,
    axis: HtmlElement,
    told: HtmlElement,
    timelines: Vec<Shown>,
    scale: Cell<Scale>,
    /// Whether the heartbeat of the worker that watches is drawn.
    with_beats: Cell<bool>,
    /// The timeline and the item that the reader last asked about.
    asked: Cell<Option<(usize, usize)>>,
    /// Where a drag began, and what was shown then.
    drag: Cell<Option<(f64, Scale)>>,
    source: RefCell<Option<Line>>,
}

impl View {
    /// Puts a run into the panel.
    pub fn show(
        page: &Page,
        declaration: &Declaration,
        pieces: &Pieces,
        recordings: &Recordings,
    ) -> Option<Self> {
        for (part, html) in [
            ("answer", pieces.answer.as_str()),
            ("charts", &pieces.charts),
            ("conclusion", &pieces.conclusion),
            ("tools", markup::TOOLS),
            ("lints", &pieces.lints),
            ("figures", &pieces.figures),
            ("events", ""),
        ] {
            page.part(part).set_inner_html(html);
        }
        let panel = page.part("wasm-panel");
        for (place, stamp) in select_all(&panel, ".stamp").iter().zip(&pieces.stamps) {
            place.set_inner_html(stamp);
        }
        let table = page.part("timelines");
        let rows = select_all(&table, "[data-variant]");
        // What is not among the recordings has another scale, or was run with other settings.
        for cell in select_all(&table, ".timeline, .result, .bars") {
            cell.set_inner_html("");
        }
        let mut timelines = Vec::new();
        for (name, repeats) in recordings {
            let row = rows
                .iter()
                .find(|row| row.get_attribute("data-variant").as_ref() == Some(name))?;
            let recording = typical(repeats)?.clone();
            let figures = pieces.rows.iter().find(|own| own.name == *name)?;
            select(row, ".result")?.set_inner_html(&figures.result);
            select(row, ".bars")?.set_inner_html(&figures.bars);
            let stall = variant_report(declaration, name, repeats).median("stall")?;
            let cell = select(row, ".timeline")?;
            cell.set_inner_html(&markup::cell(name, &recording, stall));
            let variant = declaration
                .variants
                .iter()
                .find(|variant| variant.name == *name)?;
            timelines.push(Shown {
                name: name.clone(),
                function: variant.function.clone(),
                items: items(name, &recording),
                shapes: Timeline::of(&recording),
                recording,
                stall,
                view: select(&cell, ".view")?,
            });
        }
        let shapes = timelines.iter().map(|timeline| &timeline.shapes);
        page.part("legend").set_inner_html(&legend(shapes));
        let tools = page.part("tools");
        let events = page.part("events");
        let timelines = Rc::new(Timelines {
            panel,
            axis: page.part("scale"),
            told: select(&tools, ".told")?,
            scale: Cell::new(Scale::of(timelines.iter().map(|timeline| &timeline.shapes))),
            timelines,
            with_beats: Cell::default(),
            asked: Cell::default(),
            drag: Cell::default(),
            source: RefCell::default(),
        });
        timelines.draw();
        let listen = |element: &Element, kind: &'static str, act: fn(&Timelines, &Event)| {
            let timelines = Rc::clone(&timelines);
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(element, kind, options, move |event| {
                act(&timelines, event);
            })
        };
        Some(Self {
            _listeners: vec![
                listen(&table, "pointerdown", Timelines::press),
                listen(&table, "pointermove", Timelines::point),
                listen(&table, "pointerup", Timelines::release),
                listen(&table, "pointercancel", Timelines::release),
                listen(&table, "wheel", Timelines::wheel),
                listen(&table, "focusin", Timelines::focus),
                listen(&table, "keydown", Timelines::key),
                listen(&tools, "click", Timelines::tool),
                listen(
                    select(&tools, ".watched")?.as_ref(),
                    "change",
                    Timelines::watched,
                ),
                listen(
                    events.parent_element()?.as_ref(),
                    "toggle",
                    Timelines::table,
                ),
            ],
        })
    }
}

impl Timelines {
    /// Draws what the scale shows.
    fn draw(&self) {
        let scale = self.scale.get();
        self.axis.set_inner_html(&axis(scale));
        for timeline in &self.timelines {
            if let Some(drawn) = select(&timeline.view, ".drawn") {
                let svg = timeline
                    .shapes
                    .svg(scale, timeline.stall, self.with_beats.get());
                drawn.set_inner_html(&svg);
            }
        }
        let moving = if scale.is_zoomed() { "zoomed" } else { "" };
        // The class that makes the pointer a hand; without it the timelines work as well.
        let _ = self.panel.set_attribute("data-zoom", moving);
        self.mark();
    }

    fn show(&self, scale: Scale) {
        if self.scale.replace(scale) != scale {
            self.draw();
        }
    }

    /// Tells of an item, and marks it.
    fn ask(&self, timeline: usize, item: usize) {
        self.asked.set(Some((timeline, item)));
        let (timeline, item) = (
            &self.timelines[timeline],
            &self.timelines[timeline].items[item],
        );
        if let Some(bubble) = select(&timeline.view, ".bubble") {
            bubble.set_text_content(Some(&item.words));
        }
        let line = match item.task {
            Some(OWN_TASK) => source::function(&self.panel, &timeline.function),
            Some(number) => timeline
                .recording
                .task(number)
                .and_then(|task| source::line_of(&self.panel, &task.file, task.line)),
            None => None,
        };
        let name = line.as_ref().map(|line| line.name.as_str());
        self.told.set_inner_html(&markup::told(item, name));
        self.source.replace(line);
        self.mark();
    }

    /// Puts the mark of each timeline round the item that was asked about, or away.
    fn mark(&self) {
        for (place, timeline) in self.timelines.iter().enumerate() {
            let Some(mark) = select(&timeline.view, ".mark") else {
                continue;
            };
            let item = self.asked.get().filter(|(timeline, _)| *timeline == place);
            let item = item.map(|(_, item)| &timeline.items[item]);
            let style = mark.style();
            set(
                &style,
                "display",
                if item.is_some() { "block" } else { "none" },
            );
            if let Some(item) = item {
                let scale = self.scale.get();
                let share = |at| scale.share(at).clamp(0.0, 1.0) * 100.0;
                let (begin, end) = (share(item.span.begin), share(item.span.end));
                set(&style, "left", &format!("{begin:.2}%"));
                set(&style, "width", &format!("{:.2}%", end - begin));
                set(&style, "top", &format!("{}px", item.top));
                set(&style, "height", &format!("{}px", item.height));
            }
        }
    }

    /// The timeline that an event is about.
    fn timeline_of(&self, event: &Event) -> Option<usize> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let view = target.closest(".view").ok()??;
        self.timelines
            .iter()
            .position(|timeline| timeline.view.is_same_node(Some(&view)))
    }

    /// Where the pointer is in a timeline: as a share of its width, and in pixels from its upper edge.
    fn place(&self, timeline: usize, x: i32, y: i32) -> (f64, u32) {
        let at = self.timelines[timeline].view.get_bounding_client_rect();
        let share = (f64::from(x) - at.left()) / at.width();
        (share, (f64::from(y) - at.top()).max(0.0) as u32)
    }

    fn press(&self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        if let Some(timeline) = self.timeline_of(event)
            && self.scale.get().is_zoomed()
        {
            self.drag
                .set(Some((f64::from(pointer.client_x()), self.scale.get())));
            // A pointer that cannot be captured only ends the drag at the timeline's edge.
            let _ = self.timelines[timeline]
                .view
                .set_pointer_capture(pointer.pointer_id());
        } else {
            // A finger does not point before it taps.
            self.point(event);
        }
    }

    fn point(&self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        let Some(timeline) = self.timeline_of(event) else {
            return;
        };
        if let Some((from, scale)) = self.drag.get() {
            let width = self.timelines[timeline]
                .view
                .get_bounding_client_rect()
                .width();
            self.show(scale.moved((from - f64::from(pointer.client_x())) / width));
            return;
        }
        let (share, y) = self.place(timeline, pointer.client_x(), pointer.client_y());
        let scale = self.scale.get();
        let slack = scale.time(NEAR) - scale.time(0.0);
        if let Some(item) = nearest(&self.timelines[timeline].items, scale.time(share), y, slack)
            && self.asked.get() != Some((timeline, item))
        {
            self.ask(timeline, item);
        }
    }

    fn release(&self, _: &Event) {
        self.drag.take();
    }

    /// Zooms with the control key, as a pinch on a touchpad does too; a plain turn of the wheel scrolls the page.
    fn wheel(&self, event: &Event) {
        let wheel: &WheelEvent = event.unchecked_ref();
        let Some(timeline) = self.timeline_of(event) else {
            return;
        };
        if wheel.ctrl_key() || wheel.meta_key() {
            event.prevent_default();
            let (share, _) = self.place(timeline, wheel.client_x(), wheel.client_y());
            let factor = (wheel.delta_y() / 200.0).clamp(-1.0, 1.0).exp2();
            self.show(self.scale.get().zoomed(factor, share));
        }
    }

    fn focus(&self, event: &Event) {
        if let Some(timeline) = self.timeline_of(event)
            && self.asked.get().is_none_or(|(own, _)| own != timeline)
            && let Some(first) = first(&self.timelines[timeline].items)
        {
            self.ask(timeline, first);
        }
    }

    fn key(&self, event: &Event) {
        let key: &KeyboardEvent = event.unchecked_ref();
        let Some(timeline) = self.timeline_of(event) else {
            return;
        };
        if key.alt_key() || key.ctrl_key() || key.meta_key() {
            return;
        }
        let scale = self.scale.get();
        match (key.key().as_str(), key.shift_key()) {
            ("+" | "=", _) => self.show(scale.zoomed(0.5, self.share_asked(timeline))),
            ("-", _) => self.show(scale.zoomed(2.0, self.share_asked(timeline))),
            ("0", _) => self.show(scale.whole()),
            ("ArrowLeft", true) => self.show(scale.moved(-STEP)),
            ("ArrowRight", true) => self.show(scale.moved(STEP)),
            ("ArrowLeft", false) => self.step(timeline, |items, at| beside(items, at, false)),
            ("ArrowRight", false) => self.step(timeline, |items, at| beside(items, at, true)),
            ("ArrowUp", _) => self.step(timeline, |items, at| across(items, at, false)),
            ("ArrowDown", _) => self.step(timeline, |items, at| across(items, at, true)),
            _ => return,
        }
        // The book's own arrow keys turn the page.
        event.stop_propagation();
        event.prevent_default();
    }

    /// Goes from the item that was asked about to another.
    fn step(&self, timeline: usize, to: fn(&[Item], usize) -> Option<usize>) {
        let items = &self.timelines[timeline].items;
        let asked = self.asked.get().filter(|(own, _)| *own == timeline);
        if let Some(item) = asked.and_then(|(_, item)| to(items, item)) {
            self.show(self.scale.get().revealing(items[item].span));
            self.ask(timeline, item);
        }
    }

    /// Where in the timeline the item is that was asked about, as a share of the width; the middle if it is elsewhere.
    fn share_asked(&self, timeline: usize) -> f64 {
        let asked = self.asked.get().filter(|(own, _)| *own == timeline);
        let share = asked.map(|(_, item)| {
            let begin = self.timelines[timeline].items[item].span.begin;
            self.scale.get().share(begin)
        });
        share
            .filter(|share| (0.0..=1.0).contains(share))
            .unwrap_or(0.5)
    }

    fn tool(&self, event: &Event) {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("button").ok().flatten());
        let Some(button) = button else { return };
        let scale = self.scale.get();
        match button
            .get_attribute("data-zoom")
            .map(|factor| factor.parse())
        {
            Some(Ok(factor)) if factor > 0.0 => {
                let around = self
                    .asked
                    .get()
                    .map_or(0.5, |(timeline, _)| self.share_asked(timeline));
                self.show(scale.zoomed(factor, around));
            }
            Some(_) => self.show(scale.whole()),
            None => {
                // A listing that has changed since has no such line; then nothing is shown.
                let _ = self.source.borrow().as_ref().and_then(Line::show);
            }
        }
    }

    /// Draws the heartbeat of the worker that watches, or leaves it out.
    fn watched(&self, event: &Event) {
        let target = event.target();
        let checkbox = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(checkbox) = checkbox {
            self.with_beats.set(checkbox.checked());
            self.draw();
        }
    }

    /// Writes the table of events when it is first unfolded: it may be long.
    fn table(&self, event: &Event) {
        let details = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(details) = details
            && let Some(events) = select(&details, ".events")
            && events.child_element_count() == 0
        {
            let variants = self.timelines.iter();
            let variants =
                variants.map(|timeline| (timeline.name.as_str(), timeline.items.as_slice()));
            events.set_inner_html(&markup::all_events(variants));
        }
    }
}

fn set(style: &CssStyleDeclaration, property: &str, value: &str) {
    // A property that is not applied leaves the mark where it was.
    let _ = style.set_property(property, value);
}

fn select(within: &Element, selector: &str) -> Option<HtmlElement> {
    within.query_selector(selector).ok()??.dyn_into().ok()
}

fn select_all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.get(place)?.dyn_into().ok())
        .collect()
}
