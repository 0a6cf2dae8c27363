//! The declaration: what must be known of an example before its wasm is loaded, written once.

/// Declares an example: what the page shows of it before anything is loaded, its parameters and its arms.
///
/// `about` holds JSON, as do the bodies of parameters and arms; the preprocessor copies the whole into the page unread.
/// Parameters become the fields of a struct `Params`.
/// An arm is `sync` or `async`, the name of its function, its name for the reader, and a body; the function takes the [`Run`](crate::Run) and what `prepare` returns, or the parameters where nothing is prepared.
#[macro_export]
macro_rules! declare {
    (
        about { $($about:tt)* }
        params { $($param:ident { $($is:tt)* })* }
        arms { $($arms:tt)* }
    ) => {
        /// Takes the parameters as they are.
        async fn unprepared(params: Params) -> $crate::Result<Params> {
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
            ",\"arms\":", $crate::declare!(@list $([$name { $($of)* }])*),
            "}",
        );

        #[cfg(target_arch = "wasm32")]
        #[unsafe(link_section = "wasm-example")]
        #[used]
        static SECTION: [u8; DECLARATION.len()] = *DECLARATION.as_bytes().first_chunk().unwrap();

        ::std::thread_local! {
            static PREPARED: ::std::cell::RefCell<Option<$Prepared>> =
                const { ::std::cell::RefCell::new(None) };
        }

        /// Gets ready for the arms of one run.
        #[::wasm_bindgen::prelude::wasm_bindgen]
        pub async fn prepare(params: Vec<f64>) -> $crate::Result {
            #[allow(unused_mut, unused_variables)]
            let mut values = params.into_iter();
            let params = Params { $($param: values.next().unwrap_or_default(),)* };
            let prepared = $prepare(params).await?;
            PREPARED.set(Some(prepared));
            Ok(())
        }

        /// Runs the arm at the place `arm` of the declaration.
        #[::wasm_bindgen::prelude::wasm_bindgen]
        pub async fn run(arm: usize, run: $crate::Run) -> $crate::Result {
            let arms: &[fn($crate::Run, $Prepared) -> $crate::Arm] =
                &[$(|run, prepared| $crate::declare!(@call $how $arm run prepared)),+];
            let prepared = PREPARED
                .with_borrow(Clone::clone)
                .ok_or_else(|| $crate::error("run before prepare"))?;
            $crate::run_arm(run.clone(), arms[arm](run, prepared)).await
        }
    };
    (@list) => { "[]" };
    (@list [$name:tt { $($is:tt)* }] $([$names:tt { $($are:tt)* }])*) => {
        concat!(
            "[{\"name\":", $crate::declare!(@name $name), ",", stringify!($($is)*), "}",
            $(",{\"name\":", $crate::declare!(@name $names), ",", stringify!($($are)*), "}",)*
            "]"
        )
    };
    (@name $name:literal) => { stringify!($name) };
    (@name $name:ident) => { concat!("\"", stringify!($name), "\"") };
    (@call sync $arm:ident $run:ident $prepared:ident) => {
        Box::pin(async move { $arm($run, $prepared) })
    };
    (@call async $arm:ident $run:ident $prepared:ident) => {
        Box::pin($arm($run, $prepared))
    };
}
