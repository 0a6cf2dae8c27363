//! SLUG: what it shows, in one sentence.
