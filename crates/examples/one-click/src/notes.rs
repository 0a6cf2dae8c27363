//! What was done in which order.

/// Notes, in the order in which they came.
#[derive(Default)]
pub struct Notes(Vec<String>);

/// What is done later, each by a callback.
const LATER: [&str; 3] = ["microtask", "timer", "reply"];

impl Notes {
    /// Adds a note.
    pub fn add(&mut self, what: &str) {
        self.0.push(what.to_owned());
    }

    fn place(&self, what: &str) -> usize {
        let place = self.0.iter().position(|note| note == what);
        place.unwrap_or(self.0.len())
    }

    fn later(&self) -> impl Iterator<Item = usize> {
        LATER.iter().map(|what| self.place(what))
    }

    /// How many of those that are done later are done.
    pub fn done(&self) -> u32 {
        self.later()
            .map(|place| u32::from(place < self.0.len()))
            .sum()
    }

    /// How many came between the loop's beginning and its end.
    pub fn inside(&self) -> u32 {
        let inside = self.place("loop begins")..self.place("loop ends");
        self.later()
            .map(|place| u32::from(inside.contains(&place)))
            .sum()
    }

    /// How many came before the sum was noted.
    pub fn early(&self) -> u32 {
        let sum = self.place("sum");
        self.later().map(|place| u32::from(place < sum)).sum()
    }

    /// Whether the timer came before the microtask.
    pub fn swapped(&self) -> bool {
        self.place("timer") < self.place("microtask")
    }

    /// All of them, in a line.
    pub fn text(&self) -> String {
        self.0.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_tell_who_came_when() {
        let mut notes = Notes::default();
        for what in ["sum", "loop begins", "timer", "loop ends", "microtask"] {
            notes.add(what);
        }
        assert_eq!((notes.done(), notes.inside(), notes.early()), (2, 1, 0));
        assert!(notes.swapped());
        assert!(notes.text().starts_with("sum, loop begins"));
    }
}
