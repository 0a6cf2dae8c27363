//! The declaration: what must be known of an example before its wasm is loaded, written once.

/// The bytes of a text as an array, as a section of a module wants them.
pub const fn bytes<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    bytes.copy_from_slice(text.as_bytes());
    bytes
}

/// Declares an example: what the page shows of it before anything is loaded, its parameters and its arms.
///
/// `about` holds JSON, as do the bodies of parameters and arms; the preprocessor copies the whole into the page.
/// Parameters become the fields of a struct `Params`.
/// An arm is `sync` or `async`, the name of its function, its name for the reader, and a body; the function takes the [`Run`](crate::Run) and what `prepare` returns, or the parameters where nothing is prepared.
/// `prepare` takes the run and the parameters.
#[macro_export]
macro_rules! declare {
    (
        about { $($about:tt)* }
        params { $($param:ident { $($is:tt)* })* }
        arms { $($arms:tt)* }
    ) => {
        /// Takes the parameters as they are.
        async fn unprepared(_: $crate::Run, params: Params) -> $crate::Result<Params> {
            Ok(params)
        }
        $crate::declare! {
            about { $($about)* }
            params { $($param { $($is)* })* }
            prepare unprepared -> Params;
            arms { $($arms)* }
        }
    };
    (
        about { $($about:tt)* }
        params { $($param:ident { $($is:tt)* })* }
        prepare $prepare:ident -> $Prepared:ty;
        arms { $($how:ident $arm:ident $name:literal { $($of:tt)* })+ }
    ) => {
        /// The parameters that the reader has set.
        #[derive(Clone, Copy)]
        pub struct Params {
            $(#[allow(missing_docs)] pub $param: f64,)*
        }

        /// The declaration as JSON.
        pub const DECLARATION: &str = concat!(
            "{", stringify!($($about)*),
            ",\"params\":", $crate::declare!(@list $([$param { $($is)* }])*),
            ",\"arms\":", $crate::declare!(@arms $([$arm $name { $($of)* }])*),
            "}",
        );

        /// The declaration as a section of the module; marked as used, it would be in its memory too.
        #[cfg(target_arch = "wasm32")]
        #[unsafe(link_section = "wasm-example")]
        pub static SECTION: [u8; DECLARATION.len()] = $crate::bytes(DECLARATION);

        ::std::thread_local! {
            static PREPARED: ::std::cell::RefCell<Option<$Prepared>> =
                const { ::std::cell::RefCell::new(None) };
        }

        /// Gets ready for the arms of one run.
        #[::wasm_bindgen::prelude::wasm_bindgen]
        pub fn prepare(params: Vec<f64>, run: $crate::Run) -> $crate::Promise {
            $crate::tell_panics(run.clone());
            #[allow(unused_mut, unused_variables)]
            let mut values = params.into_iter();
            let params = Params { $($param: values.next().unwrap_or_default(),)* };
            $crate::promise(Box::pin($crate::until_stopped(async move {
                PREPARED.set(Some($prepare(run, params).await?));
                Ok(())
            })))
        }

        /// Runs the arm at the place `arm` of the declaration.
        #[::wasm_bindgen::prelude::wasm_bindgen]
        pub fn run(arm: usize, run: $crate::Run) -> $crate::Promise {
            let arms: &[fn($crate::Run, $Prepared) -> $crate::Arm] =
                &[$(|run, prepared| $crate::declare!(@call $how $arm run prepared)),+];
            let prepared = PREPARED.with_borrow(Clone::clone);
            $crate::promise(Box::pin(async move {
                let prepared = prepared.ok_or_else(|| $crate::error("run before prepare"))?;
                $crate::run_arm(run.clone(), arms[arm](run, prepared)).await
            }))
        }
    };
    (@list) => { "[]" };
    (@list [$name:ident { $($is:tt)* }] $([$names:ident { $($are:tt)* }])*) => {
        concat!(
            "[{\"name\":\"", stringify!($name), "\",", stringify!($($is)*), "}",
            $(",{\"name\":\"", stringify!($names), "\",", stringify!($($are)*), "}",)*
            "]"
        )
    };
    (@arms [$arm:ident $name:literal { $($is:tt)* }] $([$arms:ident $names:literal { $($are:tt)* }])*) => {
        concat!(
            "[{\"function\":\"", stringify!($arm), "\",\"name\":", stringify!($name), ",", stringify!($($is)*), "}",
            $(",{\"function\":\"", stringify!($arms), "\",\"name\":", stringify!($names), ",", stringify!($($are)*), "}",)*
            "]"
        )
    };
    (@call sync $arm:ident $run:ident $prepared:ident) => {
        Box::pin(async move { $arm($run, $prepared) })
    };
    (@call async $arm:ident $run:ident $prepared:ident) => {
        Box::pin($arm($run, $prepared))
    };
}
