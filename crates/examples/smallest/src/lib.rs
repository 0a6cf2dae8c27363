//! The smallest program that adds two numbers, and the smallest that waits first: in Rust and in JavaScript.

mod source;

use experiment::{Result, Run, clock, error, yielding};
use js_sys::WebAssembly::{Instance, Module};
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

experiment::variants! {
    params { a: f64, b: f64 }
    sync rust_plain;
    async rust_awaits;
    sync javascript_plain;
    async javascript_awaits;
}

/// What is compiled, as it goes to the browser.
const PLAIN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/plain.wasm"));
const AWAITS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/awaits.wasm"));

#[wasm_bindgen(module = "/src/plain.js")]
extern "C" {
    fn add(a: u32, b: u32) -> f64;
}

#[wasm_bindgen(module = "/src/awaits.js")]
extern "C" {
    fn add_later(a: u32, b: u32) -> Promise;
}

/// Rust, immediately.
fn rust_plain(run: Run, params: Params) -> Result {
    report(&run, include_str!("plain.rs"), PLAIN.len());
    let program = load(&run, PLAIN)?;
    let (a, b) = (params.a.into(), params.b.into());
    let sum = program("add")?.call2(&JsValue::UNDEFINED, &a, &b)?;
    run.measure("sum", sum.as_f64().unwrap_or_default());
    Ok(())
}

/// Rust, after a wait.
async fn rust_awaits(run: Run, params: Params) -> Result {
    report(&run, include_str!("awaits.rs"), AWAITS.len());
    let program = load(&run, AWAITS)?;
    let (a, b) = (params.a.into(), params.b.into());
    let pending = program("begin")?.call2(&JsValue::UNDEFINED, &a, &b)?;
    yielding::timer().await;
    let sum = program("go_on")?.call0(&JsValue::UNDEFINED)?;
    if sum == pending {
        return Err(error("The program has not gone on."));
    }
    run.measure("sum", sum.as_f64().unwrap_or_default());
    Ok(())
}

/// JavaScript, immediately.
fn javascript_plain(run: Run, params: Params) -> Result {
    let source = include_str!("plain.js");
    report(&run, source, source.len());
    run.measure("sum", add(params.a as u32, params.b as u32));
    Ok(())
}

/// JavaScript, after a wait.
async fn javascript_awaits(run: Run, params: Params) -> Result {
    let source = include_str!("awaits.js");
    report(&run, source, source.len());
    let sum = JsFuture::from(add_later(params.a as u32, params.b as u32)).await?;
    run.measure("sum", sum.as_f64().unwrap_or_default());
    Ok(())
}

/// Compiles and starts a module; gives what finds a function of it.
fn load(run: &Run, bytes: &[u8]) -> Result<impl Fn(&str) -> Result<Function>> {
    let begin = clock::now();
    let module = Module::new(&Uint8Array::from(bytes).into())?;
    let instance = Instance::new(&module, &Object::new())?;
    run.measure("load", clock::now() - begin);
    Ok(move |name: &str| {
        let function = Reflect::get(&instance.exports(), &name.into())?;
        function
            .dyn_into()
            .map_err(|_| error("The module has no such function."))
    })
}

/// Hands over what the program is made of.
fn report(run: &Run, source: &str, bytes: usize) {
    run.measure("bytes", bytes as f64);
    run.measure("lines", source::lines(source).into());
}
