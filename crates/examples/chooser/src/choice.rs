//! Which way to take, by what was measured.

/// A way to do jobs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    /// One after another, each of them blocking.
    InTurn,
    /// All begun, and awaited together, on one thread.
    Together,
    /// One after another in each of a few workers.
    InWorkers,
}

impl Way {
    /// Its name for the reader.
    pub fn name(self) -> &'static str {
        match self {
            Self::InTurn => "in turn",
            Self::Together => "together",
            Self::InWorkers => "two workers",
        }
    }
}

/// What the reader has said beside the figures.
pub struct Answers {
    /// Whether it runs where somebody clicks and reads.
    pub on_a_page: bool,
    /// Whether each job needs the result of the one before.
    pub dependent: bool,
}

/// How a way did.
#[derive(Clone, Copy, Debug)]
pub struct Tried {
    /// The way.
    pub way: Way,
    /// How long all jobs took, in milliseconds.
    pub took: f64,
    /// For how long it held the page at most, in milliseconds.
    pub hold: f64,
}

/// The longest hold that a page may have, in milliseconds: what lasts longer is a long task.
const ALLOWED: f64 = 50.0;

/// By how much a simpler way may be slower, as a share, and in milliseconds, which is what the clock and the machine make of it.
const AS_GOOD: f64 = 1.1;
const NOISE: f64 = 10.0;

/// The simplest way that is about as fast as the fastest, of those whose hold the place allows; they are tried from the simplest on. None, if none is allowed.
pub fn best(answers: &Answers, tried: &[Tried]) -> Option<Tried> {
    let allowed = || {
        let allowed = tried.iter().copied();
        allowed.filter(|it| !answers.on_a_page || it.hold <= ALLOWED)
    };
    let fastest = allowed().map(|it| it.took).fold(f64::INFINITY, f64::min);
    allowed().find(|it| it.took <= fastest * AS_GOOD + NOISE)
}

/// Says which way to take, and why, with the figures of all.
pub fn choose(answers: &Answers, tried: &[Tried]) -> String {
    let mut said = String::new();
    for it in tried {
        for part in [it.way.name(), ": ", &ms(it.took), ", held the page for ", &ms(it.hold), ". "] {
            said.push_str(part);
        }
    }
    let Some(best) = best(answers, tried) else {
        said.push_str("None of the three leaves a page usable: each holds it for more than 50 ms. Cut the job into slices, and give the thread back after each.");
        return said;
    };
    said.push_str("Take “");
    said.push_str(best.way.name());
    said.push_str("”: ");
    let barred = answers.on_a_page && tried.iter().any(|it| it.hold > ALLOWED);
    said.push_str(match (best.way, barred) {
        (Way::InTurn, _) => "it is the simplest, and nothing else is clearly faster.",
        (Way::Together, true) => "what blocks would freeze your page, and workers gain nothing here.",
        (Way::Together, false) => "the waits lie on top of each other.",
        (Way::InWorkers, true) => "it computes, and would freeze your page.",
        (Way::InWorkers, false) => "it computes, and another core helps.",
    });
    if answers.dependent {
        said.push_str(" Each job needs the one before, so nothing can overlap, whichever way you take.");
    }
    said
}

fn ms(value: f64) -> String {
    [&(value.round() as u32).to_string(), " ms"].concat()
}
