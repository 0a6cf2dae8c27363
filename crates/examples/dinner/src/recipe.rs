//! The dinner: its steps, how long each takes, and which steps it needs.

/// One step of the recipe.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// What is done.
    pub name: &'static str,
    /// How many units of time it takes.
    pub takes: u32,
    /// The places in the recipe of the steps that have to be done before.
    pub needs: &'static [usize],
}

const fn step(name: &'static str, takes: u32, needs: &'static [usize]) -> Step {
    Step { name, takes, needs }
}

/// The recipe; a step needs only steps above it.
pub const DINNER: [Step; 9] = [
    step("peel", 3, &[]),
    step("chop", 3, &[0]),
    step("boil", 5, &[1]),
    step("wash the rice", 1, &[]),
    step("steam the rice", 6, &[3]),
    step("knead", 4, &[]),
    step("bake", 5, &[5]),
    step("lay the table", 2, &[]),
    step("serve", 1, &[2, 4, 6, 7]),
];

/// The length of the longest chain of steps that need each other, in units.
pub fn critical_path() -> u32 {
    let mut done_at = [0; DINNER.len()];
    for (place, step) in DINNER.iter().enumerate() {
        let ready = step.needs.iter().map(|&needed| done_at[needed]).max();
        done_at[place] = ready.unwrap_or(0) + step.takes;
    }
    done_at.into_iter().max().unwrap_or(0)
}

/// All steps together, in units.
pub fn work() -> u32 {
    DINNER.iter().map(|step| step.takes).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_need_steps_above_them() {
        for (place, step) in DINNER.iter().enumerate() {
            assert!(step.needs.iter().all(|&needed| needed < place), "{step:?}");
        }
    }

    #[test]
    fn the_longest_chain_is_shorter_than_all_the_work() {
        assert_eq!(critical_path(), 12);
        assert_eq!(work(), 30);
    }
}
