//! The browser engines, and the one table of what each of them cannot do.

use anyhow::{Context, Result};

/// A browser engine that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, in the small browser that comes with it.
    WebKit,
}

/// What a test may need and not every engine has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Feature {
    /// A processor made slower by a factor.
    Throttle,
    /// A page as narrow as a telephone.
    NarrowPage,
    /// A picture of the whole page, beyond the window.
    WholePicture,
    /// A picture of the display, also while the page is frozen.
    Display,
    /// The browser's own logs of its console and of its requests.
    Logs,
    /// `longtask` entries of the Performance API.
    LongTasks,
    /// `layout-shift` entries of the Performance API.
    LayoutShifts,
    /// `event` entries of the Performance API.
    EventTiming,
    /// A tab that hides the page when it is opened in front of it.
    HidingTab,
    /// A mouse that also clicks while the page is held.
    InputInBlock,
    /// Time for runs that don't depend on the engine.
    ManyRuns,
    /// A page as it is laid out for paper.
    Paper,
    /// The browser's own trace of what its threads do.
    Trace,
    /// The browser's own count of what a page keeps alive.
    Counters,
    /// A browser without WebAssembly.
    NoWebAssembly,
    /// A browser that keeps nothing for a site: no storage, no service worker.
    NoStorage,
    /// A storage that is full.
    FullStorage,
    /// The focus in every browser that runs, whatever others run.
    OwnFocus,
    /// A reader whose system is dark.
    DarkSystem,
    /// A reader who wants less motion.
    LessMotion,
    /// A reader who wants the system's own colours, whatever a page says.
    ForcedColours,
    /// A browser that hides the time from pages, to a sixtieth of a second.
    HiddenTime,
    /// A browser whose clock counts in tenths of a second.
    CoarseClock,
}

impl Feature {
    /// Whether a browser has to be made for it, and is of no use to other tests.
    pub fn is_of_the_browser(self) -> bool {
        use Feature::{
            CoarseClock, Counters, DarkSystem, Display, ForcedColours, HiddenTime, LessMotion,
            NoStorage, NoWebAssembly, Paper, Trace,
        };
        matches!(
            self,
            Counters
                | CoarseClock
                | DarkSystem
                | Display
                | ForcedColours
                | HiddenTime
                | LessMotion
                | NoStorage
                | NoWebAssembly
                | Paper
                | Trace
        )
    }
}

/// Set where every engine does what one is enough for.
const FULL: &str = "E2E_FULL";

/// Which feature which engine lacks, and why.
const LACKS: &[(Feature, Engine, &str)] = {
    use Engine::{Chromium, Firefox, WebKit};
    use Feature::{
        CoarseClock, Counters, DarkSystem, Display, EventTiming, ForcedColours, FullStorage,
        HiddenTime, HidingTab, InputInBlock, LayoutShifts, LessMotion, Logs, LongTasks, ManyRuns,
        NarrowPage, NoStorage, NoWebAssembly, OwnFocus, Paper, Throttle, Trace, WholePicture,
    };
    &[
        (Throttle, Firefox, "WebDriver has no command for it."),
        (Throttle, WebKit, "WebDriver has no command for it."),
        (
            NarrowPage,
            Firefox,
            "Its window is never narrower than 500 pixels.",
        ),
        (
            NarrowPage,
            WebKit,
            "Its toolbar makes the window at least 447 pixels wide.",
        ),
        (
            WholePicture,
            Firefox,
            "WebDriver takes screenshots of the window only.",
        ),
        (
            WholePicture,
            WebKit,
            "WebDriver takes screenshots of the window only.",
        ),
        (
            Logs,
            Firefox,
            "Its driver has no command for logs; the tests' own script records what a page can see.",
        ),
        (
            Logs,
            WebKit,
            "Its driver has no command for logs; the tests' own script records what a page can see.",
        ),
        (
            Display,
            Firefox,
            "It showed what a worker draws only when the page drew again.",
        ),
        (
            Display,
            WebKit,
            "It shows what a worker draws only when the page draws again.",
        ),
        (LongTasks, Firefox, "It records no such entries."),
        (LongTasks, WebKit, "It records no such entries."),
        (LayoutShifts, Firefox, "It records no such entries."),
        (LayoutShifts, WebKit, "It records no such entries."),
        (EventTiming, WebKit, "It records no such entries."),
        (
            HidingTab,
            WebKit,
            "The driver's new tab leaves the page visible.",
        ),
        (
            InputInBlock,
            Firefox,
            "Its driver holds input back until the page is free.",
        ),
        (
            InputInBlock,
            WebKit,
            "Its driver holds input back until the page is free.",
        ),
        (
            ManyRuns,
            Firefox,
            "One browser is enough for them, and Chromium does them.",
        ),
        (
            ManyRuns,
            WebKit,
            "One browser is enough for them, and Chromium does them.",
        ),
        (Paper, Firefox, "WebDriver has no command for it."),
        (Paper, WebKit, "WebDriver has no command for it."),
        (Trace, Firefox, "Its driver has no command for traces."),
        (Trace, WebKit, "Its driver has no command for traces."),
        (Counters, Firefox, "WebDriver has no command for it."),
        (Counters, WebKit, "WebDriver has no command for it."),
        (NoWebAssembly, WebKit, "Its driver has no switch for it."),
        (NoStorage, WebKit, "Its driver has no switch for it."),
        (FullStorage, Firefox, "WebDriver has no command for it."),
        (FullStorage, WebKit, "WebDriver has no command for it."),
        (
            OwnFocus,
            WebKit,
            "All its windows share one display, on which only one window has the focus.",
        ),
        (
            DarkSystem,
            WebKit,
            "It takes this setting from the desktop environment, and the tests run without one.",
        ),
        (
            LessMotion,
            WebKit,
            "It takes this setting from the desktop environment, and the tests run without one.",
        ),
        (ForcedColours, WebKit, "It has no such setting."),
        (HiddenTime, Chromium, "It has no such setting."),
        (HiddenTime, WebKit, "It has no such setting."),
        (CoarseClock, Chromium, "It has no such setting."),
        (CoarseClock, WebKit, "It has no such setting."),
    ]
};

impl Engine {
    /// The engine that the variable `E2E_ENGINE` names.
    pub fn from_environment() -> Result<Self> {
        let name = std::env::var("E2E_ENGINE").unwrap_or_else(|_| "chromium".to_owned());
        Self::named(&name).with_context(|| {
            format!("E2E_ENGINE={name} is not an engine: there are chromium, firefox, webkit")
        })
    }

    fn named(name: &str) -> Option<Self> {
        match name {
            "chromium" => Some(Self::Chromium),
            "firefox" => Some(Self::Firefox),
            "webkit" => Some(Self::WebKit),
            _ => None,
        }
    }

    /// Why the engine lacks a feature, or `None` where it has it.
    pub fn lacks(self, feature: Feature) -> Option<&'static str> {
        if feature == Feature::ManyRuns && std::env::var_os(FULL).is_some() {
            return None;
        }
        LACKS
            .iter()
            .find(|(lacking, engine, _)| (*lacking, *engine) == (feature, self))
            .map(|(_, _, why)| *why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project_root;

    /// Where the book tells its readers.
    const PAGE: &str = "book/browsers.md";

    /// Every feature in words for the book's readers.
    const WORDS: &[(Feature, &str)] = &[
        (
            Feature::LongTasks,
            "the browser's own entries about long tasks",
        ),
        (
            Feature::LayoutShifts,
            "the browser's own entries about layout shifts",
        ),
        (
            Feature::EventTiming,
            "the browser's own entries about late events",
        ),
        (Feature::NarrowPage, "a page as narrow as a phone"),
        (Feature::WholePicture, "a screenshot of a whole page"),
        (
            Feature::Display,
            "a display to look at while a page is frozen",
        ),
        (
            Feature::Logs,
            "the browser's own logs of its console and its requests",
        ),
        (Feature::Throttle, "a processor slowed down by a factor"),
        (Feature::HidingTab, "a tab that hides the page behind it"),
        (
            Feature::InputInBlock,
            "a mouse that can click while the page is blocked",
        ),
        (Feature::Paper, "a page as it's laid out for printing"),
        (Feature::Trace, "the browser's own trace of its threads"),
        (
            Feature::Counters,
            "the browser's own count of what a page keeps alive",
        ),
        (Feature::NoWebAssembly, "WebAssembly switched off"),
        (Feature::NoStorage, "storage and service workers refused"),
        (Feature::FullStorage, "full storage"),
        (
            Feature::OwnFocus,
            "keyboard focus, even while other browsers are running",
        ),
        (Feature::DarkSystem, "a user whose system has a dark theme"),
        (Feature::LessMotion, "a user who prefers less motion"),
        (
            Feature::ForcedColours,
            "a user who prefers the system's own colours",
        ),
        (
            Feature::HiddenTime,
            "a clock coarsened to a sixtieth of a second, against fingerprinting",
        ),
        (
            Feature::CoarseClock,
            "a clock that counts in tenths of a second",
        ),
        (Feature::ManyRuns, "runs that don't depend on the engine"),
    ];

    /// The table as the book has it.
    fn markdown() -> String {
        let mut table =
            "| what a test may need | Chromium | Firefox | WebKit |\n|---|---|---|---|\n"
                .to_owned();
        for (feature, words) in WORDS {
            let cells = [Engine::Chromium, Engine::Firefox, Engine::WebKit]
                .map(|engine| engine.lacks(*feature).unwrap_or("yes"));
            table += &format!("| {words} | {} |\n", cells.join(" | "));
        }
        table
    }

    #[test]
    fn the_book_shows_this_table() {
        let page = std::fs::read_to_string(project_root().unwrap().join(PAGE)).unwrap();
        let table = markdown();
        assert!(page.contains(&table), "put this into {PAGE}:\n{table}");
    }

    #[test]
    fn every_feature_that_an_engine_lacks_has_words() {
        for (feature, ..) in LACKS {
            assert!(
                WORDS.iter().any(|(named, _)| named == feature),
                "{feature:?}"
            );
        }
    }

    #[test]
    fn every_lack_is_listed_once_and_has_a_reason() {
        for (i, (feature, engine, why)) in LACKS.iter().enumerate() {
            assert!(
                why.ends_with('.') && why.len() > 10,
                "{feature:?} {engine:?}"
            );
            let again = LACKS[i + 1..]
                .iter()
                .any(|(other, by, _)| (other, by) == (feature, engine));
            assert!(!again, "{feature:?} {engine:?} is listed twice");
        }
    }

    #[test]
    fn chromium_can_be_throttled_and_the_others_cannot() {
        assert_eq!(Engine::Chromium.lacks(Feature::Throttle), None);
        assert!(Engine::Firefox.lacks(Feature::Throttle).is_some());
        assert_eq!(Engine::Firefox.lacks(Feature::EventTiming), None);
    }

    #[test]
    fn an_engine_goes_by_one_name() {
        assert_eq!(Engine::named("webkit"), Some(Engine::WebKit));
        assert_eq!(Engine::named("netscape"), None);
    }
}
