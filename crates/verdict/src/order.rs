//! The order of a run: which variant goes next, and whether it counts.

use crate::declaration::Variant;
use crate::recording::Recording;

/// How often a variant that was late once runs in all: the median of three tells whether the machine was the cause.
const DISTURBED: u32 = 3;

/// One turn of a variant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// The variant's place among those that run.
    pub variant: usize,
    /// Whether it only warms up and is not counted.
    pub warm_up: bool,
}

/// The variants of a run with what was recorded of them so far.
pub struct Order<'a> {
    variants: Vec<(&'a Variant, u32)>,
    warm: Vec<bool>,
}

impl<'a> Order<'a> {
    /// The order of these variants, each `times` as often as it says of itself.
    pub fn of(variants: &[&'a Variant], times: u32) -> Self {
        Self {
            variants: variants
                .iter()
                .map(|variant| (*variant, variant.repeats * times))
                .collect(),
            // One run says nothing about noise, so it needs no warm-up either; nobody wants a freeze more than announced.
            warm: variants
                .iter()
                .map(|variant| variant.repeats == 1 || variant.freezes)
                .collect(),
        }
    }

    /// How many turns there are, if no variant has to run again.
    pub fn turns(&self) -> u32 {
        let counted: u32 = self.variants.iter().map(|(_, wanted)| wanted).sum();
        counted + self.warm.iter().filter(|warm| !**warm).count() as u32
    }

    /// The next turn, if the run is not over: variants take turns, so that a machine that slows down slows all of them.
    pub fn next(&mut self, recorded: &[Vec<Recording>]) -> Option<Turn> {
        if let Some(variant) = self.warm.iter().position(|warm| !warm) {
            self.warm[variant] = true;
            return Some(Turn {
                variant,
                warm_up: true,
            });
        }
        let missing = |place: &usize| {
            let (variant, wanted) = self.variants[*place];
            let once = variant.freezes || variant.by_hand;
            let disturbed = !once && recorded[*place].iter().any(Recording::is_disturbed);
            let wanted = if disturbed {
                wanted.max(DISTURBED)
            } else {
                wanted
            };
            recorded[*place].len() < wanted as usize
        };
        let variant = (0..self.variants.len())
            .filter(missing)
            .min_by_key(|place| recorded[*place].len())?;
        Some(Turn {
            variant,
            warm_up: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variant(name: &str, repeats: u32, freezes: bool) -> Variant {
        Variant {
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

    /// Runs to the end; a variant in `late` has a late beat each time.
    fn run(variants: &[Variant], times: u32, late: &[usize]) -> Vec<(usize, bool)> {
        let variants: Vec<&Variant> = variants.iter().collect();
        let mut order = Order::of(&variants, times);
        let mut recorded = vec![Vec::new(); variants.len()];
        let mut turns = Vec::new();
        while let Some(turn) = order.next(&recorded) {
            turns.push((turn.variant, turn.warm_up));
            if !turn.warm_up {
                recorded[turn.variant].push(Recording {
                    end: 1000.0,
                    beats: if late.contains(&turn.variant) {
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
    fn variants_run_once_and_in_order_unless_told() {
        let variants = [variant("a", 1, true), variant("b", 1, false)];
        assert_eq!(run(&variants, 1, &[]), [(0, false), (1, false)]);
    }

    #[test]
    fn variants_that_repeat_warm_up_and_then_take_turns() {
        let variants = [variant("a", 2, false), variant("b", 2, false)];
        let turns = [
            (0, true),
            (1, true),
            (0, false),
            (1, false),
            (0, false),
            (1, false),
        ];
        assert_eq!(run(&variants, 1, &[]), turns);
    }

    #[test]
    fn the_reader_can_ask_for_more() {
        let variants = [variant("a", 1, true), variant("b", 1, false)];
        assert_eq!(run(&variants, 5, &[]).len(), 10);
    }

    #[test]
    fn a_variant_that_was_late_runs_twice_more_and_a_freeze_does_not() {
        let variants = [variant("a", 1, true), variant("b", 1, false)];
        let turns = [(0, false), (1, false), (1, false), (1, false)];
        assert_eq!(run(&variants, 1, &[0, 1]), turns);
    }
}
