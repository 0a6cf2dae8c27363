//! What the page knows of this example before it is loaded, and the rules by which its figures are judged.

#[cfg(test)]
mod findings;

use crate::{hold_on, let_go};

experiment::declare! {
    about {
        "title": "SLUG",
        "lead": "Two ways to let {ms|s} go by.",
        "run": "freezes this page for {ms|s}",
        "claims": [],
        "prediction": {
            "question": "Which of the two leaves the page usable?",
            "answers": [
                {
                    "text": "both",
                    "why": "While the thread is held, no code of the page can run.",
                    "right": "max(hold('hold on'), hold('let go')) < 0.1 * total('hold on')"
                },
                {
                    "text": "letting go",
                    "why": "A future that waits does not hold the thread.",
                    "right": "hold('let go') < 0.1 * hold('hold on')"
                }
            ]
        },
        "findings": []
    }
    params {
        ms { "label": "the time", "unit": "ms", "min": 100, "max": 2000, "step": 100, "default": 500 }
    }
    arms {
        sync hold_on "hold on" { "warning": "freezes this page for {ms|s}", "freezes": true, "opposite": "let go" }
        async let_go "let go" { "warning": "the page stays yours", "opposite": "hold on" }
    }
}
