//! What the program's world asks of the host, and what the recorder's calls do.

use boa_engine::builtins::promise::PromiseState;
use boa_engine::job::PromiseJob;
use boa_engine::object::ObjectInitializer;
use boa_engine::object::builtins::{JsArray, JsFunction, JsPromise};
use boa_engine::{
    Context, JsArgs, JsError, JsNativeError, JsObject, JsResult, JsString, JsValue, NativeFunction,
};

use crate::engine::{checkpoint, report};
use crate::preview::{preview, printed};
use crate::recording::Event;
use crate::world::{DEEPEST, Shared};

type Native = fn(&JsValue, &[JsValue], &mut Context) -> JsResult<JsValue>;

/// What the recorder's calls in a program are.
const RECORDER: [(&str, Native); 6] = [
    ("$$s", step),
    ("$$e", enter),
    ("$$w", begin_await),
    ("$$r", resume),
    ("$$a", unused),
    ("$$t", tick),
];

/// What the program's world gets as `host`.
const HOST: [(&str, Native); 14] = [
    ("attempt", attempt),
    ("busy", busy),
    ("call", call),
    ("cancel", cancel),
    ("cancelFrame", cancel_frame),
    ("event", event),
    ("frame", frame),
    ("listening", listening),
    ("log", log),
    ("microtask", microtask),
    ("now", now),
    ("show", show),
    ("task", task),
    ("wrote", wrote),
];

/// Gives a program's realm the recorder, and makes the host of its world.
///
/// # Errors
///
/// If the realm refuses it.
pub fn provide(context: &mut Context) -> JsResult<JsObject> {
    for (name, native) in RECORDER {
        let function = NativeFunction::from_fn_ptr(native);
        context.register_global_builtin_callable(JsString::from(name), 0, function)?;
    }
    let mut host = ObjectInitializer::new(context);
    for (name, native) in HOST {
        host.function(NativeFunction::from_fn_ptr(native), JsString::from(name), 0);
    }
    Ok(host.build())
}

/// The world of a context.
pub fn world(context: &Context) -> Shared {
    let world = context.get_data::<Shared>();
    world.expect("each context has one").clone()
}

fn number(arguments: &[JsValue], nth: usize) -> f64 {
    arguments
        .get_or_undefined(nth)
        .as_number()
        .unwrap_or_default()
}

fn text(arguments: &[JsValue], nth: usize) -> String {
    let text = arguments.get_or_undefined(nth).as_string();
    text.map(|text| text.to_std_string_lossy())
        .unwrap_or_default()
}

fn function(arguments: &[JsValue], nth: usize) -> JsResult<JsFunction> {
    let object = arguments.get_or_undefined(nth).as_object();
    object.and_then(JsFunction::from_object).ok_or_else(|| {
        let shown = arguments.get_or_undefined(nth).display().to_string();
        let message = format!("a function is wanted, and this is {shown}");
        JsNativeError::typ().with_message(message).into()
    })
}

fn check(context: &Context) -> JsResult<Shared> {
    let world = world(context);
    world.borrow_mut().check()?;
    Ok(world)
}

fn step(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let world = check(context)?;
    let (call, point) = (number(arguments, 0) as u32, number(arguments, 1) as usize);
    let mut values = Vec::new();
    if let Some(read) = arguments.get_or_undefined(2).as_object() {
        let count = world.borrow().points[point].names.len();
        for nth in 0..count {
            let value = read.call(&JsValue::undefined(), &[JsValue::from(nth as i32)], context);
            let shown = match value {
                Ok(value) => preview(&value, context),
                Err(error) if error.as_engine().is_some() => return Err(error),
                // Its declaration has not run yet.
                Err(_) => String::new(),
            };
            values.push(world.borrow_mut().values.number(shown));
        }
    }
    world.borrow_mut().step(point, call, values);
    Ok(JsValue::undefined())
}

/// A turn of a loop, which may hold no statement.
fn tick(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    check(context)?.borrow_mut().tick();
    Ok(JsValue::undefined())
}

fn enter(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let world = check(context)?;
    // As in browsers, which allow more.
    if context.stack_trace().count() > DEEPEST {
        let error = JsNativeError::range();
        return Err(error
            .with_message("Maximum call stack size exceeded")
            .into());
    }
    let call = world.borrow_mut().call(number(arguments, 0) as usize);
    Ok(call.into())
}

fn begin_await(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let world = check(context)?;
    let (call, point) = (number(arguments, 0) as u32, number(arguments, 1) as usize);
    let promise = arguments.get_or_undefined(2).as_object();
    let promise = promise.filter(|it| JsPromise::from_object(it.clone()).is_ok());
    world.borrow_mut().begin_await(point, call, promise);
    Ok(arguments.get_or_undefined(2).clone())
}

fn resume(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let world = check(context)?;
    let (call, point) = (number(arguments, 0) as u32, number(arguments, 1) as usize);
    world.borrow_mut().resume(point, call);
    Ok(arguments.get_or_undefined(2).clone())
}

/// A call whose value nobody uses.
fn unused(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = arguments.get_or_undefined(2);
    // The call has returned, and its line is the current one again.
    world(context).borrow_mut().current = Some(number(arguments, 1) as usize);
    if let Some(object) = value.as_object()
        && JsPromise::from_object(object.clone())
            .is_ok_and(|it| it.state() == PromiseState::Pending)
    {
        let (call, point) = (number(arguments, 0) as u32, number(arguments, 1) as usize);
        world(context)
            .borrow_mut()
            .floating
            .push((call, point, object));
    }
    Ok(value.clone())
}

/// Runs a callback of the program at a depth, and gives what it gives.
fn nested(
    callback: &JsFunction,
    this: &JsValue,
    arguments: &[JsValue],
    context: &mut Context,
) -> JsResult<JsValue> {
    let world = world(context);
    world.borrow_mut().depth += 1;
    let outcome = callback.call(this, arguments, context);
    world.borrow_mut().depth -= 1;
    outcome
}

fn list(value: &JsValue, context: &mut Context) -> JsResult<Vec<JsValue>> {
    let Some(object) = value.as_object() else {
        return Ok(Vec::new());
    };
    let list = JsArray::from_object(object)?;
    let length = list.length(context)?;
    (0..length).map(|nth| list.get(nth, context)).collect()
}

/// `call(callback, this, arguments)`: reports what it throws; runs microtasks after it where nothing else of the program is under way.
fn call(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = match function(arguments, 0) {
        Ok(callback) => callback,
        Err(error) => {
            report(error, context)?;
            return Ok(JsValue::undefined());
        }
    };
    let with = list(arguments.get_or_undefined(2), context)?;
    let outcome = nested(&callback, arguments.get_or_undefined(1), &with, context);
    if let Err(error) = outcome {
        report(error, context)?;
    }
    if world(context).borrow().depth == 0 {
        checkpoint(context)?;
    }
    Ok(JsValue::undefined())
}

/// `attempt(callback, arguments, resolve, reject)`: settles by what the callback gives or throws.
fn attempt(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = function(arguments, 0)?;
    let with = list(arguments.get_or_undefined(1), context)?;
    let (settle, value) = match nested(&callback, &JsValue::undefined(), &with, context) {
        Ok(value) => (2, value),
        Err(error) => (3, thrown(error, context)?),
    };
    function(arguments, settle)?.call(&JsValue::undefined(), &[value], context)
}

/// What was thrown, as the program's own value.
///
/// # Errors
///
/// If it is the end of the run.
pub fn thrown(error: JsError, context: &mut Context) -> JsResult<JsValue> {
    if error.as_engine().is_some() {
        return Err(error);
    }
    error.into_opaque(context)
}

fn busy(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let world = check(context)?;
    world.borrow_mut().pass(number(arguments, 0));
    world.borrow().go_on()?;
    Ok(JsValue::undefined())
}

fn cancel(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    world(context)
        .borrow_mut()
        .cancel(number(arguments, 0) as usize);
    Ok(JsValue::undefined())
}

/// `task(source, wait, act, label)`: queues a task and gives its number.
fn task(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let act = function(arguments, 2)?;
    let (source, label) = (text(arguments, 0), text(arguments, 3));
    let wait = number(arguments, 1).max(0.0);
    let id = world(context).borrow_mut().queue(&source, wait, act, label);
    Ok(JsValue::from(id as i32))
}

/// `event(at, label, act)`: what the reader does at a time of the run.
fn event(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let act = function(arguments, 2)?;
    let world = world(context);
    let wait = number(arguments, 0) - world.borrow().now();
    let label = text(arguments, 1);
    world.borrow_mut().queue("user", wait.max(0.0), act, label);
    Ok(JsValue::undefined())
}

fn frame(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let act = function(arguments, 0)?;
    let id = world(context).borrow_mut().ask_for_frame(act);
    Ok(JsValue::from(id as i32))
}

fn cancel_frame(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let id = number(arguments, 0) as usize;
    world(context)
        .borrow_mut()
        .frame_callbacks
        .retain(|it| it.id != id);
    Ok(JsValue::undefined())
}

fn listening(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let world = world(context);
    let mut world = world.borrow_mut();
    let (at, points) = (world.now(), world.points.clone());
    let added = arguments.get_or_undefined(3).to_boolean();
    let (name, kind) = (text(arguments, 1), text(arguments, 2));
    let target = number(arguments, 0) as u32;
    world.watch.listen(target, &name, &kind, added, at, &points);
    Ok(JsValue::undefined())
}

fn wrote(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let world = world(context);
    let mut world = world.borrow_mut();
    world.page_changed = true;
    let (at, points) = (world.now(), world.points.clone());
    world.watch.write(&text(arguments, 0), at, &points);
    Ok(JsValue::undefined())
}

fn log(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let values = list(arguments.get_or_undefined(1), context)?;
    let parts: Vec<String> = values.iter().map(|value| printed(value, context)).collect();
    say(&text(arguments, 0), parts.join(" "), context);
    Ok(JsValue::undefined())
}

/// Puts a line into the program's console.
pub fn say(level: &str, text: String, context: &Context) {
    let world = world(context);
    let mut world = world.borrow_mut();
    let (at, point) = (world.now(), world.current);
    world.events.push(Event::Log {
        at,
        level: level.to_owned(),
        text,
        point,
    });
}

fn microtask(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let callback = function(arguments, 0)?;
    let realm = context.realm().clone();
    let job = move |context: &mut Context| {
        if let Err(error) = callback.call(&JsValue::undefined(), &[], context) {
            report(error, context)?;
        }
        Ok(JsValue::undefined())
    };
    context.enqueue_job(PromiseJob::with_realm(job, realm).into());
    Ok(JsValue::undefined())
}

fn now(_: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    // A thousandth of a millisecond: what lies below comes from adding.
    let ms = world(context).borrow().now();
    Ok(((ms * 1000.0).round() / 1000.0).into())
}

fn show(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let shown = printed(arguments.get_or_undefined(0), context);
    Ok(JsString::from(shown).into())
}
