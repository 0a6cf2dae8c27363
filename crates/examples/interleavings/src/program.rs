//! Small programs of several tasks, and every order in which an executor can run them, apart from turns in which a task only finds the lock held. No clock, no browser.

/// How many tasks there are at most.
pub const TASKS: usize = 3;

/// How many places for an await each task has.
pub const PLACES: usize = 3;

/// What a task does with the number that all of them share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    /// Waits until the lock is free, and takes it.
    Lock,
    /// Reads the number.
    Read,
    /// Gives the thread back.
    Await,
    /// Writes what was read, one larger.
    Write,
    /// Gives the lock back.
    Unlock,
}

impl Op {
    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lock => "locks",
            Self::Read => "reads",
            Self::Await => "awaits",
            Self::Write => "writes",
            Self::Unlock => "unlocks",
        }
    }
}

/// A program: what each task does.
#[derive(Clone, Debug, PartialEq)]
pub struct Program(pub Vec<Vec<Op>>);

impl Program {
    /// The program with that number, which has four bits for each task: an await before reading, between, and after writing, and a lock around both.
    pub fn numbered(tasks: usize, number: u32) -> Self {
        let task = |nth: usize| {
            let has = |bit: usize| number >> (nth * (PLACES + 1) + bit) & 1 == 1;
            let mut ops = Vec::new();
            let mut add = |wanted: bool, op: Op| {
                if wanted {
                    ops.push(op);
                }
            };
            add(has(0), Op::Await);
            add(has(PLACES), Op::Lock);
            add(true, Op::Read);
            add(has(1), Op::Await);
            add(true, Op::Write);
            add(has(PLACES), Op::Unlock);
            add(has(2), Op::Await);
            ops
        };
        Self((0..tasks).map(task).collect())
    }

    /// What the number has to be in the end.
    pub fn wanted(&self) -> u32 {
        self.0.len() as u32
    }

    /// How many of these orders come out wrong.
    pub fn wrong(&self, orders: &[Schedule]) -> usize {
        let wrong = orders.iter().filter(|one| one.result != self.wanted());
        wrong.count()
    }

    /// Every order in which its tasks can have their turns.
    pub fn schedules(&self) -> Vec<Schedule> {
        let mut all = Vec::new();
        follow(self, State::default(), &mut Vec::new(), &mut all);
        all
    }
}

/// An order of turns, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// Whose turn it was, one after the other.
    pub turns: Vec<usize>,
    /// The number in the end.
    pub result: u32,
}

impl Schedule {
    /// The turns as letters.
    pub fn letters(&self) -> String {
        self.turns.iter().map(|task| letter(*task)).collect()
    }

    /// What happens in each turn, a line each.
    pub fn told(&self, program: &Program) -> String {
        let mut state = State::default();
        let mut told = String::new();
        for task in &self.turns {
            told.push(letter(*task));
            state.turn(program, *task, &mut |(does, number)| {
                told += " ";
                told += does;
                if let Some(number) = number {
                    told += " ";
                    told += &number.to_string();
                }
            });
            told += "\n";
        }
        told
    }
}

/// The name of a task.
pub fn letter(task: usize) -> char {
    char::from(b'A' + task as u8)
}

fn follow(program: &Program, state: State, turns: &mut Vec<usize>, all: &mut Vec<Schedule>) {
    let mut stuck = true;
    for task in 0..program.0.len() {
        if state.can_go(program, task) {
            stuck = false;
            let mut next = state;
            next.turn(program, task, &mut |_| ());
            turns.push(task);
            follow(program, next, turns, all);
            turns.pop();
        }
    }
    if stuck {
        all.push(Schedule {
            turns: turns.clone(),
            result: state.number,
        });
    }
}

/// Where a program stands.
#[derive(Clone, Copy, Default)]
struct State {
    number: u32,
    /// Which op of each task comes next, one more than there are once it has ended.
    at: [usize; TASKS],
    read: [u32; TASKS],
    held_by: Option<usize>,
}

impl State {
    fn can_go(&self, program: &Program, task: usize) -> bool {
        match program.0[task].get(self.at[task]) {
            Some(Op::Lock) => self.held_by.is_none(),
            Some(_) => true,
            None => self.at[task] == program.0[task].len(),
        }
    }

    /// Lets a task go on to its next await, to a lock that is held, or to its end; tells what it does.
    fn turn(&mut self, program: &Program, task: usize, tell: &mut dyn FnMut(Told)) {
        let ops = &program.0[task];
        while self.can_go(program, task) {
            let op = ops.get(self.at[task]).copied();
            self.at[task] += 1;
            let number = match op {
                Some(Op::Lock) => {
                    self.held_by = Some(task);
                    None
                }
                Some(Op::Read) => {
                    self.read[task] = self.number;
                    Some(self.number)
                }
                Some(Op::Write) => {
                    self.number = self.read[task] + 1;
                    Some(self.number)
                }
                Some(Op::Unlock) => {
                    self.held_by = None;
                    None
                }
                Some(Op::Await) | None => None,
            };
            tell((op.map_or("ends", Op::word), number));
            if op == Some(Op::Await) {
                return;
            }
        }
        if self.at[task] < ops.len() {
            tell(("waits for the lock", None));
        }
    }
}

/// What a task does, and the number that it reads or writes.
type Told = (&'static str, Option<u32>);

#[cfg(test)]
mod tests {
    use super::*;

    /// Every word over the tasks, tried turn by turn: another route to the same schedules, for programs that are small enough.
    fn by_brute_force(program: &Program) -> (usize, usize) {
        let tasks = program.0.len();
        // Each op ends a turn at the most, and so does each end.
        let longest: usize = program.0.iter().map(|ops| ops.len() + 1).sum();
        let (mut all, mut failing) = (0, 0);
        let mut words = vec![Vec::new()];
        for _ in 0..=longest {
            let mut longer = Vec::new();
            for word in words {
                let mut state = State::default();
                if word.iter().any(|task| {
                    let can = state.can_go(program, *task);
                    state.turn(program, *task, &mut |_| ());
                    !can
                }) {
                    continue;
                }
                if (0..tasks).any(|task| state.can_go(program, task)) {
                    for task in 0..tasks {
                        let mut next: Vec<usize> = word.clone();
                        next.push(task);
                        longer.push(next);
                    }
                } else {
                    all += 1;
                    failing += usize::from(state.number != program.wanted());
                }
            }
            words = longer;
        }
        (all, failing)
    }

    fn failing(program: &Program) -> usize {
        program.wrong(&program.schedules())
    }

    /// For each task the same four bits.
    fn alike(tasks: usize, bits: u32) -> Program {
        let number = (0..tasks).fold(0, |number, nth| number | bits << (4 * nth));
        Program::numbered(tasks, number)
    }

    #[test]
    fn a_number_is_a_program() {
        let program = Program::numbered(2, 0b1000_0111);
        use Op::{Await, Lock, Read, Unlock, Write};
        assert_eq!(
            program.0,
            [
                vec![Await, Read, Await, Write, Await],
                vec![Lock, Read, Write, Unlock]
            ]
        );
    }

    #[test]
    fn schedules_are_as_many_as_the_formula_says() {
        // Two tasks of two turns: four choose two.
        assert_eq!(alike(2, 0b0010).schedules().len(), 6);
        // Three tasks of two turns: 6! / (2! 2! 2!).
        assert_eq!(alike(3, 0b0010).schedules().len(), 90);
        // Three tasks of four turns: 12! / (4! 4! 4!).
        assert_eq!(alike(3, 0b0111).schedules().len(), 34650);
    }

    #[test]
    fn without_an_await_between_nothing_fails() {
        for bits in [0b0000, 0b0001, 0b0100, 0b0101] {
            assert_eq!(failing(&alike(3, bits)), 0, "{bits:b}");
        }
    }

    #[test]
    fn with_an_await_between_only_those_in_a_row_come_out_right() {
        // Of two tasks: A A B B and B B A A.
        assert_eq!(failing(&alike(2, 0b0010)), 4);
        assert_eq!(failing(&alike(3, 0b0010)), 84);
    }

    #[test]
    fn a_lock_cures_it_if_all_of_them_take_it() {
        assert_eq!(failing(&alike(3, 0b1010)), 0);
        // One that does not ask for the lock is enough.
        assert!(failing(&Program::numbered(2, 0b0010_1010)) > 0);
    }

    #[test]
    fn brute_force_finds_the_same() {
        for number in 0..256 {
            let program = Program::numbered(2, number);
            let found = (program.schedules().len(), failing(&program));
            assert_eq!(found, by_brute_force(&program), "program {number}");
        }
        for bits in [0b0010, 0b1010, 0b0011] {
            let program = alike(3, bits);
            let found = (program.schedules().len(), failing(&program));
            assert_eq!(found, by_brute_force(&program), "program {bits:b}");
        }
    }

    #[test]
    fn a_schedule_is_told_turn_by_turn() {
        let program = alike(2, 0b0010);
        let all = program.schedules();
        let lost = all.iter().find(|one| one.letters() == "ABAB").unwrap();
        assert_eq!(lost.result, 1);
        assert_eq!(
            lost.told(&program),
            "A reads 0 awaits\n\
            B reads 0 awaits\n\
            A writes 1 ends\n\
            B writes 1 ends\n"
        );
    }
}
