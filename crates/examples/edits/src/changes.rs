//! Which lines of a text are not in the one before it. No browser.

/// How many lines are new or changed, and how many of these name a function's arguments and result.
#[derive(Debug, PartialEq)]
pub struct Changes {
    /// Lines of the later text that have no equal in the earlier one, in their order.
    pub lines: usize,
    /// Those of them that begin a function.
    pub signatures: usize,
}

/// Compares two texts line by line, apart from what stands before the first empty line.
///
/// What is kept is the longest run of lines that both have in the same order, as in any tool that shows differences.
pub fn between(earlier: &str, later: &str) -> Changes {
    let (old, new) = (lines(earlier), lines(later));
    // The most lines that can be kept of what begins at each place.
    let mut kept = vec![vec![0; new.len() + 1]; old.len() + 1];
    for from in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            kept[from][to] = match old[from] == new[to] {
                true => kept[from + 1][to + 1] + 1,
                false => usize::max(kept[from + 1][to], kept[from][to + 1]),
            };
        }
    }
    let mut changes = Changes {
        lines: 0,
        signatures: 0,
    };
    let (mut from, mut to) = (0, 0);
    while to < new.len() {
        if from < old.len() && old[from] == new[to] {
            from += 1;
            to += 1;
        } else if from < old.len() && kept[from + 1][to] >= kept[from][to + 1] {
            from += 1;
        } else {
            changes.lines += 1;
            changes.signatures += usize::from(new[to].contains("fn "));
            to += 1;
        }
    }
    changes
}

/// The lines after the sentence about the file.
fn lines(text: &str) -> Vec<&str> {
    let lines = text.lines().skip_while(|line| !line.is_empty());
    lines.filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(earlier: &str, later: &str) -> (usize, usize) {
        let Changes { lines, signatures } = between(earlier, later);
        (lines, signatures)
    }

    #[test]
    fn equal_texts_have_no_changes_whatever_the_file_says_of_itself() {
        assert_eq!(counted("//! one\n\na\nb\n", "//! two\n\na\nb\n"), (0, 0));
    }

    #[test]
    fn a_line_more_is_one_change() {
        assert_eq!(counted("\na\nb\n", "\na\nnew\nb\n"), (1, 0));
        assert_eq!(counted("\na\nb\n", "\na\nb\nfn new() {\n"), (1, 1));
    }

    #[test]
    fn a_line_that_is_otherwise_is_one_change() {
        assert_eq!(
            counted("\nfn a() {\nb\n}\n", "\nasync fn a() {\nb\n}\n"),
            (1, 1)
        );
        assert_eq!(counted("\nx\na\nb\n", "\ny\na\nb\n"), (1, 0));
    }

    #[test]
    fn a_line_less_changes_none_of_those_that_are_left() {
        assert_eq!(counted("\na\nb\nc\n", "\na\nc\n"), (0, 0));
    }

    #[test]
    fn lines_that_have_changed_places_count_once() {
        assert_eq!(counted("\na\nb\n", "\nb\na\n"), (1, 0));
    }
}
