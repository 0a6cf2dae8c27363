//! What a worker is asked for: a call of a function that the module exports, typed as the function is.

use crate::Result;
use js_sys::{Array, Boolean, Float64Array, Number, Promise};
use std::marker::PhantomData;
use wasm_bindgen::prelude::*;

/// A call of a function that this module exports, to be made in a worker: what [`job!`](crate::job) makes.
pub struct Job<R> {
    pub(crate) name: &'static str,
    pub(crate) arguments: Array,
    returns: PhantomData<fn() -> R>,
}

impl<R> Job<R> {
    /// Calls a function by its name, with the arguments that it takes; the function itself is there for its types.
    pub fn new<A, F: Function<A, Returns = R>>(name: &'static str, _: F, arguments: A) -> Self {
        Self {
            name,
            arguments: F::array(arguments),
            returns: PhantomData,
        }
    }
}

/// Makes the [`Job`] of a call, written as the call is: `worker.call(job!(count(from, to)))`.
#[macro_export]
macro_rules! job {
    ($name:ident($($argument:expr),* $(,)?)) => {
        $crate::job::Job::new(stringify!($name), $name, ($($argument,)*))
    };
}

/// A function with arguments of the types `A` that can be sent to a worker.
pub trait Function<A> {
    /// What it returns.
    type Returns;

    /// The arguments, as they are sent.
    fn array(arguments: A) -> Array;
}

macro_rules! function {
    ($($argument:ident)*) => {
        impl<Own, R, $($argument: Into<JsValue>),*> Function<($($argument,)*)> for Own
        where
            Own: Fn($($argument),*) -> R,
        {
            type Returns = R;

            #[allow(non_snake_case, reason = "a value is named after its type")]
            fn array(($($argument,)*): ($($argument,)*)) -> Array {
                let array = Array::new();
                $(array.push(&$argument.into());)*
                array
            }
        }
    };
}

function!();
function!(A);
function!(A B);
function!(A B C);
function!(A B C D);

/// What a function that a worker calls may return.
pub trait Returned {
    /// As what it comes back.
    type Value;

    /// Reads it.
    fn value(sent: JsValue) -> Self::Value;
}

macro_rules! returned {
    ($($returned:ty => $value:ty: $read:expr;)*) => {
        $(impl Returned for $returned {
            type Value = $value;

            fn value(sent: JsValue) -> $value {
                $read(sent)
            }
        })*
    };
}

returned! {
    () => (): drop;
    bool => bool: |sent: JsValue| sent.is_truthy();
    f64 => f64: |sent: JsValue| sent.as_f64().unwrap_or_default();
    u32 => u32: |sent: JsValue| sent.as_f64().unwrap_or_default() as u32;
    JsValue => JsValue: std::convert::identity;
    Array => Array: JsCast::unchecked_into;
    Float64Array => Vec<f64>: |sent: JsValue| sent.unchecked_into::<Float64Array>().to_vec();
    Promise => JsValue: std::convert::identity;
    Promise<Boolean> => bool: bool::value;
    Promise<Number> => f64: f64::value;
    Promise<Float64Array> => Vec<f64>: Float64Array::value;
}

/// A function that fails over there fails here.
impl<R: Returned> Returned for Result<R> {
    type Value = R::Value;

    fn value(sent: JsValue) -> R::Value {
        R::value(sent)
    }
}
