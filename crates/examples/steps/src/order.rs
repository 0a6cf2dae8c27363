//! In which order steps came, over several runs. No clock, no browser.

/// A step of a task; both count from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Whose it is.
    pub task: u32,
    /// Which of its own it is.
    pub step: u32,
}

/// What was seen over several runs.
#[derive(Default)]
pub struct Orders {
    /// How often a task's own steps were not one after the other.
    pub inside: u32,
    /// How often a task took a step after another one, which began later, had taken the same.
    pub between: u32,
    /// The orders that differ.
    seen: Vec<Vec<Step>>,
}

impl Orders {
    /// Takes in the steps of a run, in their order.
    pub fn note(&mut self, steps: &[Step]) {
        if !self.seen.iter().any(|seen| seen == steps) {
            self.seen.push(steps.to_vec());
        }
        let tasks = steps.iter().map(|step| step.task + 1).max().unwrap_or(0);
        let count = steps.iter().map(|step| step.step + 1).max().unwrap_or(0);
        let mut own = vec![0; tasks as usize];
        let mut last = vec![None; count as usize];
        for Step { task, step } in steps {
            let next = &mut own[*task as usize];
            self.inside += u32::from(*next != *step);
            *next = step + 1;
            let last = &mut last[*step as usize];
            self.between += u32::from(last.is_some_and(|last| last > task));
            *last = Some(task);
        }
    }

    /// How many of the runs had an order of their own.
    pub fn different(&self) -> usize {
        self.seen.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(steps: &[(u32, u32)]) -> Vec<Step> {
        let step = |&(task, step)| Step { task, step };
        steps.iter().map(step).collect()
    }

    #[test]
    fn what_is_in_order_is_in_order() {
        let mut orders = Orders::default();
        orders.note(&steps(&[(0, 0), (1, 0), (0, 1), (1, 1)]));
        orders.note(&steps(&[(0, 0), (0, 1), (1, 0), (1, 1)]));
        assert_eq!((orders.inside, orders.between), (0, 0));
        assert_eq!(orders.different(), 2);
    }

    #[test]
    fn what_is_swapped_is_counted_where_it_is() {
        let mut orders = Orders::default();
        orders.note(&steps(&[(1, 0), (0, 0), (0, 1), (1, 1)]));
        assert_eq!((orders.inside, orders.between), (0, 1));
        orders.note(&steps(&[(0, 1), (0, 0)]));
        assert_eq!((orders.inside, orders.between), (2, 1));
    }

    #[test]
    fn equal_runs_are_one_order() {
        let mut orders = Orders::default();
        for _ in 0..3 {
            orders.note(&steps(&[(0, 0), (1, 0)]));
        }
        assert_eq!(orders.different(), 1);
    }
}
