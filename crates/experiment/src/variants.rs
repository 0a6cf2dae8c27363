//! The names that an example's Rust code and its `example.toml` share.

/// The bytes of a text as an array, as a section of a module wants them.
pub const fn bytes<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    bytes.copy_from_slice(text.as_bytes());
    bytes
}

/// Names the parameters of an example, with their types, and its variants, by their functions.
///
/// All else that is known of them stands in `example.toml`, in the same order; the build refuses names that differ.
/// Parameters become the fields of a struct `Params`.
/// A variant is a function, `sync` or `async`, that takes the [`Run`](crate::Run) and what `prepare` returns, or the parameters where nothing is prepared.
/// What prepares takes the run and the parameters.
#[macro_export]
macro_rules! variants {
    (
        params { $($param:ident: $Type:ty),* $(,)? }
        prepare $prepare:ident -> $Prepared:ty;
        $($how:ident $variant:ident;)+
    ) => {
        /// The parameters that the reader has set.
        #[derive(Clone, Copy)]
        pub struct Params {
            $(#[allow(missing_docs)] pub $param: $Type,)*
        }

        /// The names as a section of the module, which the build compares with `example.toml`; marked as used, it would be in its memory too.
        #[cfg(target_arch = "wasm32")]
        #[unsafe(link_section = "wasm-example")]
        pub static NAMES_IN_EXAMPLE: [u8; {
            concat!("params", $(" ", stringify!($param),)* "; variants", $(" ", stringify!($variant),)+).len()
        }] = $crate::bytes(
            concat!("params", $(" ", stringify!($param),)* "; variants", $(" ", stringify!($variant),)+),
        );

        ::std::thread_local! {
            static PREPARED: ::std::cell::RefCell<Option<$Prepared>> =
                const { ::std::cell::RefCell::new(None) };
        }

        /// Gets ready for the variants of one run.
        #[::wasm_bindgen::prelude::wasm_bindgen]
        pub fn prepare(params: Vec<f64>, run: $crate::Run) -> $crate::Promise {
            $crate::tell_panics(run.clone());
            #[allow(unused_mut, unused_variables)]
            let mut values = params.into_iter();
            let params = Params { $($param: values.next().unwrap_or_default() as $Type,)* };
            $crate::promise(Box::pin($crate::until_stopped(async move {
                PREPARED.set(Some($prepare(run, params).await?));
                Ok(())
            })))
        }

        /// Runs the variant at this place in the list.
        #[::wasm_bindgen::prelude::wasm_bindgen]
        pub fn run(variant: usize, run: $crate::Run) -> $crate::Promise {
            let variants: &[fn($crate::Run, $Prepared) -> $crate::Variant] =
                &[$(|run, prepared| $crate::variants!(@call $how $variant run prepared)),+];
            let prepared = PREPARED.with_borrow(Clone::clone);
            $crate::promise(Box::pin(async move {
                let prepared = prepared.ok_or_else(|| $crate::error("run before prepare"))?;
                $crate::run_variant(run.clone(), variants[variant](run, prepared)).await
            }))
        }
    };
    (
        params { $($params:tt)* }
        $($how:ident $variant:ident;)+
    ) => {
        /// Takes the parameters as they are.
        async fn unprepared(_: $crate::Run, params: Params) -> $crate::Result<Params> {
            Ok(params)
        }
        $crate::variants! {
            params { $($params)* }
            prepare unprepared -> Params;
            $($how $variant;)+
        }
    };
    (@call sync $variant:ident $run:ident $prepared:ident) => {
        Box::pin(async move { $variant($run, $prepared) })
    };
    (@call async $variant:ident $run:ident $prepared:ident) => {
        Box::pin($variant($run, $prepared))
    };
}
