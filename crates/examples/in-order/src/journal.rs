//! What happened, in the order in which it did. No browser in here.

/// How many lines there are.
pub const LINES: u32 = 6;

/// The begins and ends of one round.
#[derive(Default)]
pub struct Journal {
    /// Each entry a line, and whether it began.
    entries: Vec<(u32, bool)>,
}

impl Journal {
    /// Notes that a line begins.
    pub fn begin(&mut self, line: u32) {
        self.entries.push((line, true));
    }

    /// Notes that a line has ended.
    pub fn end(&mut self, line: u32) {
        self.entries.push((line, false));
    }

    /// Whether all lines have ended.
    pub fn is_complete(&self) -> bool {
        self.entries.len() == 2 * LINES as usize
    }

    /// How many lines began before the line above them had ended.
    pub fn early(&self) -> u32 {
        let at = |wanted| self.entries.iter().position(|entry| *entry == wanted);
        (2..=LINES)
            .filter(|line| at((*line, true)) < at((line - 1, false)))
            .count() as u32
    }

    /// How many pairs of lines began in the other order than they are written in.
    pub fn swapped(&self) -> u32 {
        let begun: Vec<u32> = self.begun().collect();
        let later = |(place, line): (usize, &u32)| {
            begun[place..].iter().filter(|other| *other < line).count()
        };
        begun.iter().enumerate().map(later).sum::<usize>() as u32
    }

    /// The lines in the order in which they began, as text.
    pub fn order(&self) -> String {
        self.begun()
            .filter_map(|line| char::from_digit(line, 10))
            .collect()
    }

    fn begun(&self) -> impl Iterator<Item = u32> {
        let begins = self.entries.iter().filter(|(_, begins)| *begins);
        begins.map(|(line, _)| *line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal(entries: &[(u32, bool)]) -> Journal {
        Journal {
            entries: entries.to_vec(),
        }
    }

    #[test]
    fn lines_one_after_another_are_neither_early_nor_swapped() {
        let mut journal = Journal::default();
        for line in 1..=LINES {
            journal.begin(line);
            journal.end(line);
        }
        assert!(journal.is_complete());
        assert_eq!((journal.early(), journal.swapped()), (0, 0));
        assert_eq!(journal.order(), "123456");
    }

    #[test]
    fn lines_handed_over_come_late() {
        let order = [1, 3, 5, 6, 2, 4];
        let entries = order.map(|line| [(line, true), (line, false)]).concat();
        let journal = journal(&entries);
        assert_eq!((journal.early(), journal.swapped()), (2, 5));
        assert_eq!(journal.order(), "135624");
    }

    #[test]
    fn lines_that_begin_together_are_early_and_in_order() {
        let begins = (1..=LINES).map(|line| (line, true));
        let ends = (1..=LINES).map(|line| (line, false));
        let journal = journal(&begins.chain(ends).collect::<Vec<_>>());
        assert_eq!((journal.early(), journal.swapped()), (5, 0));
    }
}
