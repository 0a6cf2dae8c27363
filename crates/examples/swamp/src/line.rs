//! People in line for one who serves: how many, how many were sent away, how long they took. No clock, no browser.

use std::collections::VecDeque;

/// A line; times are in milliseconds since it opened.
pub struct Line {
    limit: usize,
    waiting: VecDeque<f64>,
    served: Option<f64>,
    arrived: usize,
    /// How many stood in it at most.
    pub longest: usize,
    /// How many found it full.
    pub refused: usize,
    /// The longest that a job took from arriving to being answered.
    pub delay: f64,
}

impl Line {
    /// A line in which so many can stand.
    pub fn limited(limit: usize) -> Self {
        Self {
            limit,
            waiting: VecDeque::new(),
            served: None,
            arrived: 0,
            longest: 0,
            refused: 0,
            delay: 0.0,
        }
    }

    /// Whether the queue is empty.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Lets in the jobs that have arrived by now, one every so many milliseconds, or rejects them.
    pub fn arrive(&mut self, every: f64, now: f64) {
        while (self.arrived + 1) as f64 * every <= now {
            self.arrived += 1;
            if self.waiting.len() < self.limit {
                // Not the present: nothing looked when they arrived.
                self.waiting.push_back(self.arrived as f64 * every);
            } else {
                self.refused += 1;
            }
        }
        self.longest = self.longest.max(self.waiting.len());
    }

    /// Takes the first one out, if there is one.
    pub fn serve(&mut self) -> bool {
        self.served = self.waiting.pop_front();
        self.served.is_some()
    }

    /// The one who was taken out has an answer.
    pub fn answer(&mut self, now: f64) {
        if let Some(since) = self.served.take() {
            self.delay = self.delay.max(now - since);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A job takes 10 ms, and two arrive in that time, for 100 ms.
    fn overrun(limit: usize) -> Line {
        let mut line = Line::limited(limit);
        let mut now: f64 = 0.0;
        loop {
            line.arrive(5.0, now.min(100.0));
            if line.serve() {
                now += 10.0;
                line.answer(now);
            } else if now >= 100.0 {
                return line;
            } else {
                now += 1.0;
            }
        }
    }

    #[test]
    fn a_line_without_limit_grows_with_what_cannot_be_done() {
        let line = overrun(usize::MAX);
        assert_eq!(line.refused, 0);
        assert!((9..=11).contains(&line.longest), "{}", line.longest);
        assert!(line.delay >= 90.0, "{}", line.delay);
    }

    #[test]
    fn a_line_with_a_limit_sends_away_and_stays_short() {
        let line = overrun(3);
        assert_eq!(line.longest, 3);
        assert!((5..=8).contains(&line.refused), "{}", line.refused);
        assert!(line.delay <= 40.0, "{}", line.delay);
    }
}
