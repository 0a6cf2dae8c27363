//! The name that somebody probably meant.

use strsim::levenshtein;

/// Finds the candidate that is a slip or two away from `name`.
pub(crate) fn nearest<S: AsRef<str>>(
    name: &str,
    candidates: impl IntoIterator<Item = S>,
) -> Option<S> {
    let allowed = name.chars().count().div_ceil(3);
    candidates
        .into_iter()
        .map(|candidate| (levenshtein(name, candidate.as_ref()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        assert_eq!(nearest("freze", ["callback", "freeze"]), Some("freeze"));
        assert_eq!(
            nearest("six-stratgeies", ["six-strategies"]),
            Some("six-strategies")
        );
    }

    #[test]
    fn a_name_that_is_like_nothing_finds_nothing() {
        assert_eq!(nearest("threads", ["callback", "freeze"]), None);
    }
}
