//! The Lab: programs say there what they say in this browser, and its page leads through their runs.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::{Engine, Fault, Session, Site, project_root, run, run_on};
use serde_json::json;

use crate::axe;
use programs::{Program, otherwise, programs};

// The Lab's own tests compare it with the same lines.
#[path = "../../../lab/tests/programs/mod.rs"]
mod programs;

e2e::tests! {
    Shared:
        programs_say_in_this_browser_what_they_say_in_the_lab
        a_run_is_gone_through_forwards_and_backwards
        a_program_travels_by_link_and_is_kept
        what_does_not_work_is_said_in_its_place
}

const PAGE: &str = "lab.html";

/// How long the longest run may take.
const LIMIT: Duration = Duration::from_secs(60);

/// What the frames of the test's page begin with: what a program says is kept.
const FRAME: &str = "<!DOCTYPE html><title>A program</title><body><script>
    window.said = [];
    console.log = (...values) => { said.push(values.join(' ')); };
    console.warn = console.error = () => {};
</script><script src='world.js'></script>";

/// Runs programs one after the other, each in a frame of its own, until each has said as much as it should or has had its time; then a while longer for what it should not say.
const RUN: &str = "
    const found = [];
    for (const { name, said } of arguments[0]) {
        const frame = document.createElement('iframe');
        frame.src = 'frame.html';
        await new Promise((resolve) => { frame.onload = resolve; document.body.append(frame); });
        const own = frame.contentWindow;
        const script = own.document.createElement('script');
        script.type = 'module';
        script.src = name;
        own.document.body.append(script);
        const end = performance.now() + 5000;
        while (own.said.length < said.length && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
        await new Promise((resolve) => setTimeout(resolve, 60));
        found.push({ name, said: [...own.said] });
        frame.remove();
    }
    return found;";

fn programs_say_in_this_browser_what_they_say_in_the_lab() -> Result<()> {
    let folder = project_root()?.join("crates/lab/tests/programs");
    let programs = programs(&folder)?;
    ensure!(programs.len() >= 200, "{} programs", programs.len());
    let otherwise = otherwise(&folder)?;
    let place = tempfile::tempdir()?;
    crate::copy(&folder, place.path())?;
    fs::write(place.path().join("examples.json"), "[]")?;
    fs::write(place.path().join("frame.html"), FRAME)?;
    fs::write(
        place.path().join("index.html"),
        "<!DOCTYPE html><title>Programs</title><body>",
    )?;
    run_on(Site::in_folder(place.path())?, &[], async |session| {
        // Some fail on purpose, and nobody hears it.
        session.allow_console("");
        session.open("index.html").await?;
        let engine = format!("{:?}", Engine::from_environment()?).to_lowercase();
        let mut wrong = Vec::new();
        for part in programs.chunks(20) {
            let found = session.async_script(RUN, vec![json!(part)]).await?;
            let found: Vec<Program> = serde_json::from_value(found)?;
            for (program, found) in part.iter().zip(found) {
                let is_known = otherwise.iter().any(|it| it.is(&engine, program));
                if (program.said == found.said) == is_known {
                    wrong.push(format!(
                        "{}: {:?}, in the Lab {:?}",
                        program.name, found.said, program.said
                    ));
                }
            }
        }
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    });
    Ok(())
}

/// Runs a program in the Lab of the open page, and gives its state then.
async fn record(session: &Session, program: &str) -> Result<String> {
    let put = "
        const lab = document.querySelector('await-lab');
        const area = lab.querySelector('textarea');
        area.value = arguments[0];
        area.dispatchEvent(new Event('input'));
        lab.querySelector('.run').click();";
    session.script(put, vec![json!(program)]).await?;
    session
        .wait_for("the end of the run", LIMIT, async || {
            let state = text_of(session, "return lab.dataset.state").await?;
            Ok((state != "running").then_some(state))
        })
        .await
}

/// A text of the Lab.
async fn text_of(session: &Session, script: &str) -> Result<String> {
    let script = format!("const lab = document.querySelector('await-lab'); {script}");
    let text = session.script(&script, vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Presses a button of the Lab.
async fn press(session: &Session, name: &str) -> Result<()> {
    let press = "
        const all = [...document.querySelectorAll('await-lab button')];
        all.find((it) => it.textContent === arguments[0]).click();";
    session.script(press, vec![json!(name)]).await.map(drop)
}

const WHERE: &str = "return lab.querySelector('.program > small').textContent";
const ALERT: &str =
    "const alert = lab.querySelector('[role=alert]'); return alert.hidden ? '' : alert.textContent";
const STATUS: &str = "return lab.querySelector('[role=status]').textContent";
const LINE: &str = "return String([...lab.querySelectorAll('.line')].findIndex((it) => it.classList.contains('current')) + 1)";

const PROGRAM: &str = "const box = page.input('search');
async function show(words) {
  const found = await reply(100, words);
  page.text(found);
}
show('one');
busy(60);
user.click(box, { at: 30 });
console.log('asked');
";

fn a_run_is_gone_through_forwards_and_backwards() {
    run(async |session| {
        session.open(PAGE).await?;
        ensure!(record(session, PROGRAM).await? == "done");
        let status = text_of(session, STATUS).await?;
        ensure!(status.starts_with("7 steps in "), "{status}");
        ensure!(text_of(session, WHERE).await?.starts_with("step 1 of 7"));
        let pane =
            |kind: &str| format!("return lab.querySelector('[data-kind={kind}] ol').innerText");
        let output = "return lab.querySelector('.output').innerText";
        let end = "const range = lab.querySelector('[type=range]'); range.value = range.max; range.dispatchEvent(new Event('input'))";
        text_of(session, end).await?;
        ensure!(text_of(session, WHERE).await?.starts_with("the end"));
        ensure!(text_of(session, output).await?.contains("one"));
        press(session, "◀ turn").await?;
        ensure!(text_of(session, LINE).await? == "4");
        ensure!(
            text_of(session, &pane("stack"))
                .await?
                .contains("show, going on")
        );
        ensure!(
            text_of(session, &pane("variables"))
                .await?
                .contains("found = 'one'")
        );
        ensure!(!text_of(session, output).await?.contains("one"));
        press(session, "◀ turn").await?;
        ensure!(text_of(session, LINE).await? == "1");
        press(session, "next await ▶").await?;
        ensure!(text_of(session, LINE).await? == "3");
        press(session, "step ▶").await?;
        ensure!(text_of(session, LINE).await? == "7");
        let waits = text_of(session, &pane("waits")).await?;
        ensure!(waits.contains("show awaits reply(100, words)"), "{waits}");
        ensure!(
            text_of(session, &pane("tasks"))
                .await?
                .contains("reply one")
        );
        let remarks = text_of(session, "return lab.querySelector('.remarks').innerText").await?;
        ensure!(
            remarks.contains("Line 7 keeps the thread for 60 ms"),
            "{remarks}"
        );
        // The range is the timeline for a keyboard and a screen reader.
        let keys = "const range = lab.querySelector('[type=range]'); return [range.max, range.value, range.ariaValueText].join()";
        let range = text_of(session, keys).await?;
        ensure!(range.starts_with("7,3,step 4 of 7"), "{range}");
        axe::check(session, "await-lab").await
    });
}

fn a_program_travels_by_link_and_is_kept() {
    run(async |session| {
        session.open(PAGE).await?;
        record(session, "console.log('travelled');\n").await?;
        press(session, "Copy link").await?;
        let link = session
            .wait_for("the link", LIMIT, async || {
                let hash = session.script("return location.hash", vec![]).await?;
                Ok(hash.as_str().filter(|it| it.len() > 8).map(str::to_owned))
            })
            .await?;
        session
            .script("window.prompt = () => 'mine'", vec![])
            .await?;
        press(session, "Save").await?;
        session.open("index.html").await?;
        session.open(&format!("{PAGE}{link}")).await?;
        let program = "return lab.querySelector('textarea').value";
        let came = session
            .wait_for("the program", LIMIT, async || {
                let text = text_of(session, program).await?;
                Ok((!text.is_empty()).then_some(text))
            })
            .await?;
        ensure!(came == "console.log('travelled');\n", "{came}");
        session.open(PAGE).await?;
        let open = "const list = lab.querySelector('select'); list.value = 'own:mine'; list.dispatchEvent(new Event('change')); return lab.querySelector('textarea').value";
        ensure!(text_of(session, open).await?.contains("travelled"));
        session.open(&format!("{PAGE}?embed{link}")).await?;
        let alone = "return [...document.querySelectorAll('#mdbook-menu-bar, #mdbook-sidebar, main h1, await-lab')].filter((it) => it.checkVisibility()).map((it) => it.localName).join()";
        ensure!(text_of(session, alone).await? == "await-lab");
        session.open(PAGE).await?;
        session.open(&format!("{PAGE}#code=abc")).await?;
        // The address alone has changed, so the page is still there.
        let damaged = session
            .wait_for("an alert", LIMIT, async || {
                let text = text_of(session, ALERT).await?;
                Ok((!text.is_empty()).then_some(text))
            })
            .await?;
        ensure!(damaged.contains("damaged"), "{damaged}");
        Ok(())
    });
}

fn what_does_not_work_is_said_in_its_place() {
    run(async |session| {
        session.open(PAGE).await?;
        let nested = ["(".repeat(50_000), "1".to_owned(), ")".repeat(50_000)].concat();
        for (program, state, part) in [
            ("let x = 1;\nlet y = ;\n", "failed", "Line 2: SyntaxError"),
            ("while (true) {}", "done", "never ends"),
            (
                "(function f() { queueMicrotask(f); })()",
                "done",
                "microtasks",
            ),
            ("let s = 'x'; for (;;) s += s;", "done", "memory"),
            (&nested, "failed", "nested too deeply"),
            ("await new Promise(() => {})", "done", ""),
        ] {
            let came = record(session, program).await?;
            let alert = text_of(session, ALERT).await?;
            ensure!(
                came == state && alert.contains(part),
                "{program}: {came}, {alert}"
            );
            ensure!(alert.is_empty() == part.is_empty(), "{program}: {alert}");
        }
        // A native call that takes very long is ended by the reader, and the page answers meanwhile.
        let long = "
            const lab = document.querySelector('await-lab');
            lab.querySelector('textarea').value = 'new Array(1e9).fill(0)';
            lab.querySelector('textarea').dispatchEvent(new Event('input'));
            lab.querySelector('.run').click();
            await new Promise((resolve) => setTimeout(resolve, 300));
            [...lab.querySelectorAll('button')].find((it) => it.textContent === 'Stop').click();
            await new Promise((resolve) => setTimeout(resolve));
            return lab.querySelector('[role=alert]').textContent;";
        let stopped = session.async_script(long, vec![]).await?;
        ensure!(stopped == "Stopped.", "{stopped}");
        ensure!(record(session, "console.log(1)").await? == "done");
        no_engine(session).await?;
        check_speed(session).await
    });
}

/// Checks what is said where the engine was never built, and where it is gone.
async fn no_engine(session: &Session) -> Result<()> {
    let forget = "for (const name of await caches.keys()) await caches.delete(name);";
    for (there, part) in [
        ("", "cargo xtask build"),
        ("lab/gone.wasm", "load the page anew"),
    ] {
        session.async_script(forget, vec![]).await?;
        session.server.break_file("lab/gone.wasm", Fault::Missing);
        session.allow_console("gone.wasm");
        let page = String::from_utf8(session.site.read(PAGE)?)?;
        let own = page
            .split("data-engine=\"")
            .nth(1)
            .and_then(|it| it.split('"').next());
        let own = own.context("the Lab names its engine")?;
        ensure!(own.starts_with("lab/engine-"), "the engine is {own}");
        session.server.add_script(&format!(
            "document.addEventListener('DOMContentLoaded', () => {{
                document.querySelector('await-lab').dataset.engine = '{there}';
            }});"
        ));
        session.open(PAGE).await?;
        ensure!(record(session, "console.log(1)").await? == "failed");
        let alert = text_of(session, ALERT).await?;
        ensure!(alert.contains(part), "{alert}");
    }
    session.server.add_script("");
    session.open(PAGE).await
}

/// Checks that ten thousand steps are recorded and gone through in good time; says how long it took.
async fn check_speed(session: &Session) -> Result<()> {
    let program = "let sum = 0;\nfor (let i = 0; i < 5000; i++) {\n  sum += i;\n  await null;\n}\n";
    let begin = std::time::Instant::now();
    ensure!(record(session, program).await? == "done");
    let recorded = begin.elapsed();
    let scrub = "
        const range = document.querySelector('await-lab [type=range]');
        const begin = performance.now();
        for (let nth = 0; nth < 20; nth++) {
            range.value = String(Math.round(range.max * nth / 20));
            range.dispatchEvent(new Event('input'));
        }
        return [Number(range.max), (performance.now() - begin) / 20];";
    let [steps, each]: [f64; 2] =
        serde_json::from_value::<[f64; 2]>(session.script(scrub, vec![]).await?)
            .context("two figures")?;
    eprintln!("the Lab: {steps} steps recorded in {recorded:?}, {each:.1} ms for each moment");
    ensure!(steps > 10_000.0, "{steps} steps");
    // A slow machine is given ten times what is wanted of a fast one.
    ensure!(
        recorded < Duration::from_secs(10) && each < 333.0,
        "{recorded:?}, {each} ms"
    );
    Ok(())
}
