//! What an author waits for: from a save to the page that shows it, with the examples that there are and with many more.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use e2e::{Rows, median, project_root, tell};

/// How often each kind of save is tried.
const SAVES: usize = 5;
/// How many examples are there besides the book's own.
const MORE: [usize; 3] = [10, 50, 100];
/// By when mdBook watches the book that it has begun to serve.
const WATCHES: Duration = Duration::from_secs(3);
/// Where mdBook and cargo tell what they do, below the project's folder.
const LOG: &str = "target/author.log";
/// What mdBook tells when it has noticed a save.
const NOTICED: &str = "Files changed";
/// What it tells when a build has ended.
const WRITTEN: &str = "book written to";
/// Only what hangs takes longer.
const LIMIT: Duration = Duration::from_secs(300);

#[test]
#[ignore = "measures this machine, and asserts nothing about it"]
fn author() {
    measure().unwrap_or_else(|error| panic!("{error:#}"));
}

fn measure() -> Result<()> {
    let mut rows = Rows::new();
    let book = Book::copy()?;
    book.build()?;
    let served = book.serve()?;
    let text = served.saves_of_text()?;
    let example = served.saves_of_an_example()?;
    let with_few = median(&example.served);
    rows.push(("example saved to served, s".to_owned(), example.served));
    drop(served);

    book.without_examples(|| {
        book.build()?;
        let plain = book.serve()?.saves_of_text()?;
        for (what, ours, plain) in [
            ("served", text.built, plain.built),
            ("reloaded", text.reloaded, plain.reloaded),
        ] {
            let more = median(&ours) - median(&plain);
            let row = |kind: &str| format!("text noticed to {what}{kind}, s");
            rows.push((row(", beyond plain mdBook"), vec![more]));
            rows.push((row(", plain mdBook"), plain));
            rows.push((row(""), ours));
        }
        Ok(())
    })?;

    let mut there = 0;
    for more in MORE {
        for number in there..more {
            book.add_example(&format!("more-{number}"))?;
        }
        there = more;
        book.build()?;
        let again = (0..SAVES).map(|_| book.build()).collect::<Result<_>>()?;
        rows.push((format!("nothing changed, {more} more examples, s"), again));
        let served = book.serve()?.saves_of_an_example()?.served;
        let each = (median(&served) - with_few) * 1000.0 / more as f64;
        rows.push((format!("example saved to served, {more} more, s"), served));
        rows.push((format!("each of {more} more examples adds, ms"), vec![each]));
    }
    tell("Author", rows)
}

/// A copy of the project, as last committed.
struct Book {
    folder: PathBuf,
    mdbook: PathBuf,
    target: PathBuf,
    /// Where mdBook and cargo tell what they do.
    log: File,
}

impl Book {
    fn copy() -> Result<Self> {
        let root = project_root()?;
        let folder = root.join("target/author");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let mdbook = std::env::var_os("MDBOOK").context("start this by `cargo xtask bench`")?;
        let mut clone = Command::new("git");
        clone.args(["clone", "--quiet"]).arg(&root).arg(&folder);
        done(&mut clone)?;
        Ok(Self {
            target: root.join("target/author-target"),
            mdbook: mdbook.into(),
            log: File::create(root.join(LOG))?,
            folder,
        })
    }

    fn command(&self, program: impl AsRef<Path>) -> Result<Command> {
        let mut command = Command::new(program.as_ref());
        command
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .stdout(Stdio::null())
            .stderr(self.log.try_clone()?);
        Ok(command)
    }

    /// Builds the site, and tells how many seconds that took.
    fn build(&self) -> Result<f64> {
        let start = Instant::now();
        done(self.command(&self.mdbook)?.arg("build"))?;
        Ok(start.elapsed().as_secs_f64())
    }

    fn serve(&self) -> Result<Served<'_>> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let mut serve = self.command(&self.mdbook)?;
        serve.args([
            "serve",
            "--hostname",
            "127.0.0.1",
            "--port",
            &port.to_string(),
        ]);
        let served = Served {
            book: self,
            process: serve.process_group(0).spawn()?,
        };
        wait("mdBook to listen", || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
        })?;
        // It listens before it watches.
        std::thread::sleep(WATCHES);
        Ok(served)
    }

    /// Does something while the book is a plain one, whose chapters name examples in vain.
    fn without_examples(&self, act: impl FnOnce() -> Result<()>) -> Result<()> {
        let file = self.folder.join("book.toml");
        let text = fs::read_to_string(&file)?;
        let (before, rest) = text
            .split_once("[preprocessor.wasm-example]")
            .context("the book has no preprocessor")?;
        let (_, after) = rest.split_once("\n[").context("nothing comes after it")?;
        fs::write(&file, format!("{before}[{after}"))?;
        act()?;
        Ok(fs::write(&file, text)?)
    }

    /// Adds an example as `cargo xtask new` makes it, and shows it on a page of such.
    fn add_example(&self, slug: &str) -> Result<()> {
        done(self.command("cargo")?.args(["xtask", "new", slug]))?;
        let (page, list) = (
            self.folder.join("book/more.md"),
            self.folder.join("book/SUMMARY.md"),
        );
        if !page.exists() {
            fs::write(&page, "# More\n")?;
            fs::write(&list, fs::read_to_string(&list)? + "\n- [More](more.md)\n")?;
        }
        let text = fs::read_to_string(&page)?;
        Ok(fs::write(
            &page,
            format!("{text}\n{{{{#example {slug}}}}}\n"),
        )?)
    }
}

/// How many seconds passed at each save.
#[derive(Default)]
struct Saves {
    /// From the save to the page that shows it.
    served: Vec<f64>,
    /// The same from when mdBook noticed, which looks once a second.
    built: Vec<f64>,
    /// From then to the end of the build, when open pages are told to reload.
    reloaded: Vec<f64>,
}

/// A book that is served and built again at each save.
struct Served<'a> {
    book: &'a Book,
    process: Child,
}

impl Served<'_> {
    fn saves_of_text(&self) -> Result<Saves> {
        self.saves("book/waits.md", "waits.html", |text, nth| {
            (
                format!("{text}\nSaved {nth} times.\n"),
                format!("Saved {nth} times"),
            )
        })
    }

    fn saves_of_an_example(&self) -> Result<Saves> {
        self.saves(
            "crates/examples/slices/src/lib.rs",
            "yielding.html",
            |text, nth| {
                let limit = format!("LIMIT: f64 = 300{nth}.0;");
                (text.replace("LIMIT: f64 = 3000.0;", &limit), limit)
            },
        )
    }

    /// Saves a file again and again; the first time is not counted.
    fn saves(
        &self,
        file: &str,
        page: &str,
        edit: impl Fn(&str, usize) -> (String, String),
    ) -> Result<Saves> {
        let (file, page) = (
            self.book.folder.join(file),
            self.book.folder.join("target/book").join(page),
        );
        let text = fs::read_to_string(&file)?;
        let mut saves = Saves::default();
        for nth in 1..=SAVES + 1 {
            let (edited, shown) = edit(&text, nth);
            ensure!(edited != text, "{} is not what it was", file.display());
            // mdBook looks once a second, and each save is to meet another part of it.
            std::thread::sleep(Duration::from_millis(170) * nth as u32);
            let (noticed, written) = (told(NOTICED)?, told(WRITTEN)?);
            let start = Instant::now();
            fs::write(&file, edited)?;
            wait("mdBook to notice", || {
                told(NOTICED).is_ok_and(|now| now > noticed)
            })?;
            let since = Instant::now();
            wait(&shown, || {
                fs::read_to_string(&page).is_ok_and(|page| page.contains(&shown))
            })?;
            let times = [start, since].map(|it| it.elapsed().as_secs_f64());
            wait("the end of the build", || {
                told(WRITTEN).is_ok_and(|now| now > written)
            })?;
            if nth > 1 {
                saves.served.push(times[0]);
                saves.built.push(times[1]);
                saves.reloaded.push(since.elapsed().as_secs_f64());
            }
        }
        fs::write(&file, text)?;
        Ok(saves)
    }
}

impl Drop for Served<'_> {
    fn drop(&mut self) {
        // With cargo, which would go on and keep the lock; a group that has ended by itself cannot be ended once more.
        // SAFETY: a signal to a group of our own touches no memory.
        unsafe { libc::killpg(self.process.id() as i32, libc::SIGKILL) };
        let _ = self.process.wait();
    }
}

/// How often mdBook has told of something.
fn told(what: &str) -> Result<usize> {
    let log = fs::read_to_string(project_root()?.join(LOG))?;
    Ok(log.matches(what).count())
}

fn wait(what: &str, is_there: impl Fn() -> bool) -> Result<()> {
    let start = Instant::now();
    while !is_there() {
        ensure!(
            start.elapsed() < LIMIT,
            "waited in vain for {what}: see {LOG}"
        );
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

fn done(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{command:?} does not start"))?;
    ensure!(status.success(), "{command:?} failed: see {LOG}");
    Ok(())
}
