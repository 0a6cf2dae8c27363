//! The order of a run: which arm goes next, and whether it counts.

use crate::declaration::Arm;
use crate::recording::Recording;

/// How often an arm that was late once runs in all: the median of three tells whether the machine was the cause.
const DISTURBED: u32 = 3;

/// One turn of an arm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// The arm's place among those that run.
    pub arm: usize,
    /// Whether it only warms up and is not counted.
    pub warm_up: bool,
}

/// The arms of a run with what was recorded of them so far.
pub struct Order<'a> {
    arms: Vec<(&'a Arm, u32)>,
    warm: Vec<bool>,
}

impl<'a> Order<'a> {
    /// The order of these arms, each `times` as often as it says of itself.
    pub fn of(arms: &[&'a Arm], times: u32) -> Self {
        Self {
            arms: arms.iter().map(|arm| (*arm, arm.repeats * times)).collect(),
            // One run says nothing about noise, so it needs no warm-up either; nobody wants a freeze more than announced.
            warm: arms
                .iter()
                .map(|arm| arm.repeats == 1 || arm.freezes)
                .collect(),
        }
    }

    /// How many turns there are, if no arm has to run again.
    pub fn turns(&self) -> u32 {
        let counted: u32 = self.arms.iter().map(|(_, wanted)| wanted).sum();
        counted + self.warm.iter().filter(|warm| !**warm).count() as u32
    }

    /// The next turn, if the run is not over: arms take turns, so that a machine that slows down slows all of them.
    pub fn next(&mut self, recorded: &[Vec<Recording>]) -> Option<Turn> {
        if let Some(arm) = self.warm.iter().position(|warm| !warm) {
            self.warm[arm] = true;
            return Some(Turn { arm, warm_up: true });
        }
        let missing = |place: &usize| {
            let (arm, wanted) = self.arms[*place];
            let once = arm.freezes || arm.by_hand;
            let disturbed = !once && recorded[*place].iter().any(Recording::is_disturbed);
            let wanted = if disturbed {
                wanted.max(DISTURBED)
            } else {
                wanted
            };
            recorded[*place].len() < wanted as usize
        };
        let arm = (0..self.arms.len())
            .filter(missing)
            .min_by_key(|place| recorded[*place].len())?;
        Some(Turn {
            arm,
            warm_up: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arm(name: &str, repeats: u32, freezes: bool) -> Arm {
        Arm {
            function: name.to_owned(),
            name: name.to_owned(),
            warning: String::new(),
            freezes,
            bare: false,
            by_hand: false,
            aside: false,
            repeats,
            opposite: String::new(),
        }
    }

    /// Runs to the end; an arm in `late` has a late beat each time.
    fn run(arms: &[Arm], times: u32, late: &[usize]) -> Vec<(usize, bool)> {
        let arms: Vec<&Arm> = arms.iter().collect();
        let mut order = Order::of(&arms, times);
        let mut recorded = vec![Vec::new(); arms.len()];
        let mut turns = Vec::new();
        while let Some(turn) = order.next(&recorded) {
            turns.push((turn.arm, turn.warm_up));
            if !turn.warm_up {
                recorded[turn.arm].push(Recording {
                    end: 1000.0,
                    beats: if late.contains(&turn.arm) {
                        vec![0.0, 300.0]
                    } else {
                        vec![0.0, 5.0]
                    },
                    ..Recording::default()
                });
            }
        }
        turns
    }

    #[test]
    fn arms_run_once_and_in_order_unless_told() {
        let arms = [arm("a", 1, true), arm("b", 1, false)];
        assert_eq!(run(&arms, 1, &[]), [(0, false), (1, false)]);
    }

    #[test]
    fn arms_that_repeat_warm_up_and_then_take_turns() {
        let arms = [arm("a", 2, false), arm("b", 2, false)];
        let turns = [
            (0, true),
            (1, true),
            (0, false),
            (1, false),
            (0, false),
            (1, false),
        ];
        assert_eq!(run(&arms, 1, &[]), turns);
    }

    #[test]
    fn the_reader_can_ask_for_more() {
        let arms = [arm("a", 1, true), arm("b", 1, false)];
        assert_eq!(run(&arms, 5, &[]).len(), 10);
    }

    #[test]
    fn an_arm_that_was_late_runs_twice_more_and_a_freeze_does_not() {
        let arms = [arm("a", 1, true), arm("b", 1, false)];
        let turns = [(0, false), (1, false), (1, false), (1, false)];
        assert_eq!(run(&arms, 1, &[0, 1]), turns);
    }
}
