//! Places in a source: lines and columns as the parser counts them, and offsets in bytes.

use boa_ast::Position;
use serde::Serialize;

/// A place in the source: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Where the lines of a source begin.
pub struct Lines<'s> {
    source: &'s str,
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    /// Finds the lines of a source, by all line ends that ECMAScript knows.
    pub fn of(source: &'s str) -> Self {
        let mut starts = vec![0];
        let mut letters = source.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '\r' if letters.next_if(|next| next.1 == '\n').is_some() => starts.push(at + 2),
                '\r' | '\n' | '\u{2028}' | '\u{2029}' => starts.push(at + letter.len_utf8()),
                _ => {}
            }
        }
        Self { source, starts }
    }

    /// The offset of a position that the parser gives.
    pub fn offset(&self, position: Position) -> usize {
        let start = self.starts[position.line_number() as usize - 1];
        let column = position.column_number() as usize - 1;
        let mut letters = self.source[start..].char_indices();
        letters
            .nth(column)
            .map_or(self.source.len(), |(at, _)| start + at)
    }

    /// The place of an offset.
    pub fn place(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset);
        let before = &self.source[self.starts[line - 1]..offset];
        Place {
            line,
            column: before.chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_and_places_agree_whatever_ends_a_line() {
        let source = "one\r\ntwö\rthree\u{2028}four\n";
        let lines = Lines::of(source);
        for word in ["one", "twö", "three", "four"] {
            let offset = source.find(word).unwrap();
            let Place { line, column } = lines.place(offset);
            assert_eq!(
                lines.offset(Position::new(line as u32, column as u32)),
                offset
            );
        }
        assert_eq!(
            lines.place(source.find('ö').unwrap()),
            Place { line: 2, column: 3 }
        );
    }
}
