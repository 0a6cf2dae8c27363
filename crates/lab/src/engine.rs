//! Runs a program to its end by the rules of the event loop, in virtual time.
//!
//! The rules are those of the HTML Standard, <https://html.spec.whatwg.org/multipage/webappapis.html#event-loops>: a task, then microtasks until none is left, then, if one is due, a frame.

use std::rc::Rc;

use boa_engine::builtins::promise::PromiseState;
use boa_engine::module::IdleModuleLoader;
use boa_engine::object::builtins::{JsFunction, JsPromise};
use boa_engine::{
    Context, JsError, JsObject, JsResult, JsString, JsValue, Module, Source, js_string,
};

use crate::host::{self, say, thrown, world};
use crate::instrument::{Fault, Instrumented, instrument};
use crate::lints::FELT;
use crate::memory::allocated;
use crate::preview::{Describe, preview};
use crate::recording::{End, Event, Recording, Turn};
use crate::world::{FRAME, Hooks, Microtasks, Shared, World, uncatchable};

/// The program's world, in the program's language.
const WORLD: &str = concat!(
    "(host) => {\n",
    include_str!("world/errors.js"),
    include_str!("world/events.js"),
    include_str!("world/targets.js"),
    include_str!("world/abort.js"),
    include_str!("world/timers.js"),
    include_str!("world/messages.js"),
    include_str!("world/scheduling.js"),
    include_str!("world/elements.js"),
    include_str!("world/page.js"),
    include_str!("world/globals.js"),
    "return answers;\n}",
);

/// Runs a program and gives what happened.
pub fn record(source: &str) -> Recording {
    let Instrumented {
        text,
        points,
        awaits,
    } = match instrument(source) {
        Ok(instrumented) => instrumented,
        Err(fault) => return refused(fault),
    };
    let points = Rc::new(points);
    let shared = Shared::default();
    shared.borrow_mut().points = Rc::clone(&points);
    shared.borrow_mut().is_awaiting_script = awaits;
    shared.borrow_mut().allocated_before = allocated();
    let outcome = run(&text, &shared);
    if let Err(error) = outcome
        && shared.borrow().given_up.is_none()
    {
        // The engine's own end, such as a stack that it cannot hold.
        shared.borrow_mut().give_up(error.to_string());
    }
    let World {
        clock,
        events,
        values,
        microtasks,
        watch,
        given_up,
        steps,
        ..
    } = shared.take();
    let points = Rc::try_unwrap(points).unwrap_or_default();
    Recording {
        lints: watch.finish(source, &points),
        points,
        events,
        values: values.into_all(),
        microtasks,
        felt: FELT,
        end: End {
            at: clock.ms(),
            steps,
            given_up,
            fault: None,
        },
    }
}

/// What is left of a program that cannot be run.
fn refused(fault: Fault) -> Recording {
    Recording {
        points: Vec::new(),
        events: Vec::new(),
        values: Vec::new(),
        microtasks: Vec::new(),
        lints: Vec::new(),
        felt: FELT,
        end: End {
            at: 0.0,
            steps: 0,
            given_up: None,
            fault: Some(fault),
        },
    }
}

/// What the host calls of the program's world.
struct Page {
    look: JsFunction,
    error: JsFunction,
    rejection: JsFunction,
}

fn run(text: &str, shared: &Shared) -> JsResult<()> {
    let microtasks = Rc::new(Microtasks::default());
    let clock = Rc::clone(&shared.borrow().clock);
    let mut context = Context::builder()
        .clock(clock)
        .job_executor(Rc::clone(&microtasks))
        .host_hooks(Rc::new(Hooks(Rc::clone(shared))))
        .module_loader(Rc::new(IdleModuleLoader))
        .can_block(false)
        .build()?;
    context.insert_data::<Shared>(Rc::clone(shared));
    context.insert_data::<Rc<Microtasks>>(Rc::clone(&microtasks));
    // Ours come first: they count all, and end with a sentence.
    let limits = context.runtime_limits_mut();
    limits.set_loop_iteration_limit(u64::MAX);
    limits.set_recursion_limit(1000);
    limits.set_stack_size_limit(100 * 1024);
    let host = host::provide(&mut context)?;
    let page = context.eval(Source::from_bytes(WORLD))?;
    let page = function_of(page)?.call(&JsValue::undefined(), &[host.into()], &mut context)?;
    let page = page.as_object().ok_or_else(uncatchable)?;
    let member =
        |name: &str, context: &mut Context| function_of(page.get(JsString::from(name), context)?);
    let page = Page {
        look: member("look", &mut context)?,
        error: member("error", &mut context)?,
        rejection: member("rejection", &mut context)?,
    };
    context.insert_data::<JsFunction>(page.error.clone());
    let describe = member("describe", &mut context)?;
    context.insert_data(Describe(describe));
    microtasks.tell(shared);
    begin(text, &mut context)?;
    end_turn(&page, &mut context)?;
    while turn(&page, &mut context)? {}
    Ok(())
}

fn function_of(value: JsValue) -> JsResult<JsFunction> {
    let function = value.as_object().and_then(JsFunction::from_object);
    function.ok_or_else(uncatchable)
}

/// Runs the program from its top.
fn begin(text: &str, context: &mut Context) -> JsResult<()> {
    let shared = world(context);
    shared.borrow_mut().turn(Turn::Script, 0);
    shared.borrow_mut().depth = 1;
    let Ok(module) = Module::parse(Source::from_bytes(text), None, context) else {
        let why = "The Lab cannot read this program, though it may be right: please report it.";
        shared.borrow_mut().give_up(why.to_owned());
        return Err(uncatchable());
    };
    // Nothing is imported, so it is loaded at once.
    module.load(context);
    module.link(context)?;
    let promise = module.evaluate(context)?;
    shared.borrow_mut().is_awaiting_script = false;
    shared.borrow().go_on()?;
    // What it throws before its first await is an error of the script, and no rejection that somebody could still handle.
    if let PromiseState::Rejected(reason) = promise.state() {
        shared.borrow_mut().forget_rejection(&promise.into());
        report(JsError::from_opaque(reason), context)?;
    }
    shared.borrow_mut().depth = 0;
    checkpoint(context)
}

/// Does what comes next; whether there was anything.
fn turn(page: &Page, context: &mut Context) -> JsResult<bool> {
    let shared = world(context);
    let frame = shared.borrow().next_frame();
    let now = shared.borrow().now();
    if frame.is_some_and(|at| at <= now) {
        draw(page, context)?;
        end_turn(page, context)?;
        return Ok(true);
    }
    let ready = shared.borrow_mut().take_ready();
    if let Some(task) = ready {
        shared.borrow_mut().turn(Turn::Task, task.id);
        task.act.call(&JsValue::undefined(), &[], context)?;
        checkpoint(context)?;
        end_turn(page, context)?;
        return Ok(true);
    }
    let next = shared.borrow().next_due();
    let Some(next) = [next, frame].into_iter().flatten().min_by(f64::total_cmp) else {
        return Ok(false);
    };
    shared.borrow_mut().pass_until(next);
    match shared.borrow().given_up.is_some() {
        true => Err(uncatchable()),
        false => Ok(true),
    }
}

/// Runs the callbacks that asked for a frame, and draws it.
fn draw(page: &Page, context: &mut Context) -> JsResult<()> {
    let shared = world(context);
    let now = shared.borrow().now();
    // A hair more: a frame that is due now must not be due again.
    let begun = (now / FRAME + 1e-6).floor() * FRAME;
    shared.borrow_mut().last_frame = begun;
    let mut waiting: Vec<usize> = shared
        .borrow()
        .frame_callbacks
        .iter()
        .map(|it| it.id)
        .collect();
    waiting.reverse();
    while let Some(id) = waiting.pop() {
        // One may have been taken back by another.
        let callback = {
            let mut world = shared.borrow_mut();
            let place = world.frame_callbacks.iter().position(|it| it.id == id);
            place.map(|place| world.frame_callbacks.remove(place))
        };
        let Some(callback) = callback else { continue };
        shared.borrow_mut().turn(Turn::Frame, id);
        shared.borrow_mut().depth = 1;
        let outcome = callback
            .act
            .call(&JsValue::undefined(), &[now.into()], context);
        shared.borrow_mut().depth = 0;
        if let Err(error) = outcome {
            report(error, context)?;
        }
        checkpoint(context)?;
    }
    let is_changed = std::mem::take(&mut shared.borrow_mut().page_changed);
    let tree = match is_changed {
        true => page
            .look
            .call(&JsValue::undefined(), &[], context)?
            .as_string(),
        false => None,
    };
    let mut world = shared.borrow_mut();
    let at = world.now();
    if let Some(tree) = tree {
        let tree = tree.to_std_string_lossy();
        world.events.push(Event::Page { at, tree });
    }
    world.events.push(Event::Frame { at });
    Ok(())
}

/// Runs microtasks until none is left.
///
/// # Errors
///
/// If the run is given up.
pub fn checkpoint(context: &mut Context) -> JsResult<()> {
    let shared = world(context);
    let microtasks = context.get_data::<Rc<Microtasks>>().map(Rc::clone);
    let microtasks = microtasks.ok_or_else(uncatchable)?;
    while let Some((id, job)) = microtasks.next() {
        shared.borrow_mut().turn(Turn::Microtask, id);
        context.clear_kept_objects();
        shared.borrow_mut().depth += 1;
        let outcome = job.call(context);
        shared.borrow_mut().depth -= 1;
        // A function that was resumed keeps the end of the run to itself.
        if shared.borrow().given_up.is_some() {
            return Err(uncatchable());
        }
        if let Err(error) = outcome {
            report(error, context)?;
        }
    }
    Ok(())
}

/// Notes what the turn has come to: which waits have failed, and which rejections nobody handled.
fn end_turn(page: &Page, context: &mut Context) -> JsResult<()> {
    let shared = world(context);
    shared.borrow_mut().end_failed_waits();
    shared.borrow_mut().idle();
    loop {
        let (rejected, late) = {
            let mut world = shared.borrow_mut();
            let rejected = std::mem::take(&mut world.rejected);
            (rejected, std::mem::take(&mut world.handled_late))
        };
        if rejected.is_empty() && late.is_empty() {
            return Ok(());
        }
        // Of each, the program is told in a task of its own, which may reject others.
        for (promise, point) in rejected {
            tell(page, "unhandledrejection", promise, point, context)?;
        }
        for promise in late {
            tell(page, "rejectionhandled", promise, None, context)?;
        }
    }
}

/// Tells the program of a rejected promise, and the reader too if the program does not deal with it.
fn tell(
    page: &Page,
    kind: &str,
    promise: JsObject,
    point: Option<usize>,
    context: &mut Context,
) -> JsResult<()> {
    let shared = world(context);
    let reason = match JsPromise::from_object(promise.clone())?.state() {
        PromiseState::Rejected(reason) => reason,
        _ => JsValue::undefined(),
    };
    if kind == "unhandledrejection" {
        shared.borrow_mut().told.push(promise.clone());
    }
    let point = point.or(shared.borrow().last);
    shared.borrow_mut().turn(Turn::Task, 0);
    let arguments = [JsString::from(kind).into(), promise.into(), reason.clone()];
    let dealt_with = page
        .rejection
        .call(&JsValue::undefined(), &arguments, context)?;
    checkpoint(context)?;
    if kind == "unhandledrejection" && !dealt_with.to_boolean() {
        let shown = preview(&reason, context);
        shared.borrow_mut().current = point;
        say(
            "uncaught",
            format!("Uncaught (in promise) {shown}"),
            context,
        );
        let mut world = shared.borrow_mut();
        let (at, points) = (world.now(), Rc::clone(&world.points));
        if let Some(point) = point {
            let line = points[point].from.line;
            let message = format!(
                "What failed at line {line} ({shown}) nobody handles: no await in a try, no catch."
            );
            world.watch.find("rejection", line, at, message);
        }
    }
    shared.borrow_mut().idle();
    Ok(())
}

/// Reports an error that the program did not catch: to the program, and to the reader if the program does not deal with it.
///
/// # Errors
///
/// If it is the end of the run.
pub fn report(error: JsError, context: &mut Context) -> JsResult<()> {
    let value = thrown(error, context)?;
    let shown = preview(&value, context);
    let message = format!("Uncaught {shown}");
    let shared = world(context);
    let line = {
        let world = shared.borrow();
        world
            .current
            .map_or(0, |point| world.points[point].from.line)
    };
    // An error in a listener of errors is told to nobody but the reader.
    let is_first = !std::mem::replace(&mut shared.borrow_mut().is_reporting, true);
    let tell = context
        .get_data::<JsFunction>()
        .cloned()
        .filter(|_| is_first);
    let dealt_with = match tell {
        Some(tell) => {
            let arguments = [
                value,
                js_string!(message.as_str()).into(),
                (line as i32).into(),
            ];
            let point = shared.borrow().current;
            shared.borrow_mut().depth += 1;
            let outcome = tell.call(&JsValue::undefined(), &arguments, context);
            shared.borrow_mut().depth -= 1;
            shared.borrow_mut().current = point;
            shared.borrow_mut().is_reporting = false;
            outcome?.to_boolean()
        }
        None => false,
    };
    if !dealt_with {
        say("uncaught", message, context);
        let mut world = shared.borrow_mut();
        let at = world.now();
        if line > 0 {
            let told = format!("Line {line} throws {shown}, and nobody catches it.");
            world.watch.find("error", line, at, told);
        }
    }
    Ok(())
}
