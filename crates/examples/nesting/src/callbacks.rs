//! Steps that depend on each other, written as nested callbacks.

use crate::{Answer, Steps};

/// Two steps, each in the callback of the one before.
pub fn two(steps: Steps, done: impl FnOnce(Answer) + 'static) {
    steps.call(0, move |answer| {
        let Ok(before) = answer else {
            return done(answer);
        };
        steps.call(before, done);
    });
}

/// Four steps, each in the callback of the one before.
pub fn four(steps: Steps, done: impl FnOnce(Answer) + 'static) {
    steps.call(0, move |answer| {
        let Ok(before) = answer else {
            return done(answer);
        };
        steps.call(before, move |answer| {
            let Ok(before) = answer else {
                return done(answer);
            };
            steps.call(before, move |answer| {
                let Ok(before) = answer else {
                    return done(answer);
                };
                steps.call(before, done);
            });
        });
    });
}

/// Eight steps, each in the callback of the one before.
pub fn eight(steps: Steps, done: impl FnOnce(Answer) + 'static) {
    steps.call(0, move |answer| {
        let Ok(before) = answer else {
            return done(answer);
        };
        steps.call(before, move |answer| {
            let Ok(before) = answer else {
                return done(answer);
            };
            steps.call(before, move |answer| {
                let Ok(before) = answer else {
                    return done(answer);
                };
                steps.call(before, move |answer| {
                    let Ok(before) = answer else {
                        return done(answer);
                    };
                    steps.call(before, move |answer| {
                        let Ok(before) = answer else {
                            return done(answer);
                        };
                        steps.call(before, move |answer| {
                            let Ok(before) = answer else {
                                return done(answer);
                            };
                            steps.call(before, move |answer| {
                                let Ok(before) = answer else {
                                    return done(answer);
                                };
                                steps.call(before, done);
                            });
                        });
                    });
                });
            });
        });
    });
}
