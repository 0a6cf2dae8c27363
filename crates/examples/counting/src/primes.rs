//! Counting primes, in parts that can be counted in any order.

/// Where the counting begins; so far up, each number costs about the same.
const FIRST: u32 = 1_000_000_001;

/// How many primes are among so many odd numbers, from the one with this number on.
pub fn count(from: u32, numbers: u32) -> u32 {
    let primes = (from..from + numbers).filter(|number| is_prime(FIRST + 2 * number));
    primes.count() as u32
}

/// Whether an odd number above one is prime, found by trying every odd divisor up to its root.
fn is_prime(n: u32) -> bool {
    (3..)
        .step_by(2)
        .take_while(|d| d * d <= n)
        .all(|d| !n.is_multiple_of(d))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_right() {
        // The primes from 1,000,000,007 to 1,000,000,097, as any table of primes has them.
        assert_eq!(count(0, 50), 7);
    }

    #[test]
    fn parts_add_up() {
        assert_eq!(count(0, 300) + count(300, 700), count(0, 1000));
    }
}
