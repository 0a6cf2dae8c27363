//! A form's entry, whether it is filled in well, and what it costs.

/// A form entry.
pub struct Entry {
    mail: String,
    pieces: u32,
}

impl Entry {
    /// An entry made up for a number; every fifth has no sign in its address.
    pub fn numbered(nth: u32) -> Self {
        let sign = if nth.is_multiple_of(5) { ' ' } else { '@' };
        let mut mail = String::from("reader");
        mail.push(char::from(b'a' + (nth % 26) as u8));
        mail.push(sign);
        mail.push_str("example.org");
        Self {
            mail,
            pieces: nth % 7 + 1,
        }
    }
}

/// Whether the address looks like one, and the number of pieces can be ordered.
pub fn check(entry: &Entry) -> bool {
    let signs = entry.mail.bytes().filter(|byte| *byte == b'@').count();
    signs == 1 && !entry.mail.bytes().any(|byte| byte == b' ') && (1..=10).contains(&entry.pieces)
}

/// What the pieces cost, with a tenth off from five on, in cents.
pub fn price(entry: &Entry) -> u32 {
    let full = entry.pieces * 250;
    if entry.pieces >= 5 {
        full - full / 10
    } else {
        full
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_checked_and_priced() {
        assert!(!check(&Entry::numbered(0)) && check(&Entry::numbered(1)));
        assert_eq!(price(&Entry::numbered(1)), 500);
        assert_eq!(price(&Entry::numbered(4)), 1125);
        let good = (0..1000)
            .filter(|nth| check(&Entry::numbered(*nth)))
            .count();
        assert_eq!(good, 800);
    }
}
