//! A value in a few words, without running any of the program's code.

use boa_engine::builtins::error::Error;
use boa_engine::builtins::promise::PromiseState;
use boa_engine::object::builtins::{
    JsDate, JsFunction, JsMap, JsPromise, JsProxy, JsSet, JsTypedArray,
};
use boa_engine::property::PropertyKey;
use boa_engine::value::JsVariant;
use boa_engine::{Context, JsObject, JsString, JsValue, js_string};

/// How deep objects within objects are shown.
const DEEPEST: usize = 2;

/// How many members of an object are shown.
const MEMBERS: usize = 12;

/// The longest text that is shown of one value, in characters.
const LONGEST: usize = 200;

/// Says what an object of the program's world is, without running the program's code.
pub struct Describe(pub JsFunction);

/// Shows a value as a developer's console would.
pub fn preview(value: &JsValue, context: &mut Context) -> String {
    shorten(&nested(value, 0, context))
}

/// Shows a value as a console does that prints it by itself: texts without quotes.
pub fn printed(value: &JsValue, context: &mut Context) -> String {
    match value.as_string() {
        Some(text) => text.to_std_string_lossy(),
        None => preview(value, context),
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn nested(value: &JsValue, depth: usize, context: &mut Context) -> String {
    match value.variant() {
        // A long one is not copied at each step.
        JsVariant::String(text) if text.len() > LONGEST * 4 => {
            format!("a text of {} characters", text.len())
        }
        JsVariant::String(text) => format!("'{}'", shorten(&text.to_std_string_lossy())),
        JsVariant::Object(object) => of_object(&object, depth, context),
        _ => value.display().to_string(),
    }
}

fn of_object(object: &JsObject, depth: usize, context: &mut Context) -> String {
    if let Ok(promise) = JsPromise::from_object(object.clone()) {
        return match promise.state() {
            PromiseState::Pending => "Promise (pending)".to_owned(),
            PromiseState::Fulfilled(value) => {
                format!(
                    "Promise (fulfilled: {})",
                    nested(&value, depth + 1, context)
                )
            }
            PromiseState::Rejected(reason) => {
                format!(
                    "Promise (rejected: {})",
                    nested(&reason, depth + 1, context)
                )
            }
        };
    }
    if object.is_callable() {
        let name = own(object, js_string!("name")).and_then(|name| name.as_string());
        let name = name.map(|name| name.to_std_string_lossy());
        return match name.filter(|name| !name.is_empty()) {
            Some(name) => format!("function {name}"),
            None => "function".to_owned(),
        };
    }
    if object.is::<Error>() {
        return of_error(object);
    }
    // Its keys are the program's to give.
    if JsProxy::from_object(object.clone()).is_ok() {
        return "Proxy".to_owned();
    }
    if let Ok(date) = JsDate::from_object(object.clone()) {
        let text = date.to_iso_string(context).ok();
        let text = text.and_then(|text| text.as_string().map(|it| it.to_std_string_lossy()));
        return text.unwrap_or_else(|| "Date (invalid)".to_owned());
    }
    if let Ok(map) = JsMap::from_object(object.clone()) {
        let size = map
            .get_size(context)
            .map_or(0.0, |size| size.as_number().unwrap_or_default());
        return format!("Map ({size})");
    }
    if let Ok(set) = JsSet::from_object(object.clone()) {
        let size = set.size();
        return format!("Set ({size})");
    }
    let describe = context.get_data::<Describe>().map(|it| it.0.clone());
    let described = describe.and_then(|describe| {
        let told = describe.call(&JsValue::undefined(), &[object.clone().into()], context);
        told.ok()?.as_string()
    });
    if let Some(described) = described {
        return described.to_std_string_lossy();
    }
    if depth >= DEEPEST {
        return match object.is_array() {
            true => "[…]".to_owned(),
            false => "{…}".to_owned(),
        };
    }
    of_members(object, depth, context)
}

fn of_error(object: &JsObject) -> String {
    let name = own(object, js_string!("name")).or_else(|| {
        let mut above = object.prototype();
        while let Some(prototype) = above {
            if let Some(name) = own(&prototype, js_string!("name")) {
                return Some(name);
            }
            above = prototype.prototype();
        }
        None
    });
    let text = |value: Option<JsValue>| {
        value
            .and_then(|value| value.as_string())
            .map(|text| text.to_std_string_lossy())
            .unwrap_or_default()
    };
    let (name, message) = (text(name), text(own(object, js_string!("message"))));
    match message.is_empty() {
        true => name,
        false => format!("{name}: {message}"),
    }
}

fn of_members(object: &JsObject, depth: usize, context: &mut Context) -> String {
    let is_array = object.is_array();
    if let Ok(typed) = JsTypedArray::from_object(object.clone()) {
        let length = typed.length(context).unwrap_or_default();
        return format!("an array of {length} numbers");
    }
    if is_array
        && let Some(length) = own(object, js_string!("length")).and_then(|it| it.as_number())
        && length > 100.0
    {
        return format!("an array of {length}");
    }
    let Ok(keys) = object.own_property_keys(context) else {
        return "{…}".to_owned();
    };
    let length = PropertyKey::from(js_string!("length"));
    let keys: Vec<PropertyKey> = keys
        .into_iter()
        .filter(|key| !(is_array && *key == length))
        .collect();
    let mut parts: Vec<String> = Vec::new();
    for key in keys.iter().take(MEMBERS) {
        let found = object.borrow().properties().get(key);
        let Some(found) = found else { continue };
        let shown = match found.value() {
            Some(value) => nested(value, depth + 1, context),
            None => "(a getter)".to_owned(),
        };
        parts.push(match (key, is_array) {
            (PropertyKey::Index(_), true) => shown,
            (PropertyKey::Index(index), false) => format!("{}: {shown}", index.get()),
            (PropertyKey::String(name), _) => format!("{}: {shown}", name.to_std_string_lossy()),
            (PropertyKey::Symbol(symbol), _) => {
                format!(
                    "[{}]: {shown}",
                    symbol.descriptive_string().to_std_string_lossy()
                )
            }
        });
    }
    if keys.len() > MEMBERS {
        parts.push("…".to_owned());
    }
    let parts = parts.join(", ");
    match is_array {
        true => format!("[{parts}]"),
        false if parts.is_empty() => "{}".to_owned(),
        false => format!("{{{parts}}}"),
    }
}

/// A property of the object itself that is no getter.
fn own(object: &JsObject, name: JsString) -> Option<JsValue> {
    let object = object.borrow();
    let found = object.properties().get(&PropertyKey::from(name))?;
    found.value().cloned()
}
