//! The engine of the Lab: runs a JavaScript program under a job queue and a clock of its own, and records each step.
//!
//! A page calls it by three functions and the module's memory, so it needs no glue.

pub mod engine;
mod host;
pub mod instrument;
pub mod lints;
mod memory;
pub mod position;
mod preview;
pub mod recording;
mod world;

pub use engine::record;

#[cfg(target_arch = "wasm32")]
mod exports {
    //! What the module's page calls.

    use std::cell::RefCell;

    thread_local! {
        /// The program, and then its recording.
        static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }

    /// Makes room for a program of so many bytes, and says where.
    #[unsafe(no_mangle)]
    pub extern "C" fn reserve(length: usize) -> *mut u8 {
        TEXT.with_borrow_mut(|text| {
            *text = vec![0; length];
            text.as_mut_ptr()
        })
    }

    /// Runs the program that was written there, and says how long its recording is.
    #[unsafe(no_mangle)]
    pub extern "C" fn run() -> usize {
        let source = TEXT.with_borrow(|text| String::from_utf8_lossy(text).into_owned());
        let recording = serde_json::to_vec(&crate::record(&source));
        TEXT.with_borrow_mut(|text| {
            *text = recording.unwrap_or_default();
            text.len()
        })
    }

    /// Where the recording lies, as JSON.
    #[unsafe(no_mangle)]
    pub extern "C" fn recording() -> *const u8 {
        TEXT.with_borrow(|text| text.as_ptr())
    }

    /// What `Math.random` begins with: the same in each run, so that a run can be repeated.
    ///
    /// # Safety
    ///
    /// The caller gives room for as many bytes as it says.
    #[unsafe(no_mangle)]
    unsafe extern "Rust" fn __getrandom_v03_custom(
        into: *mut u8,
        length: usize,
    ) -> Result<(), getrandom::Error> {
        for nth in 0..length {
            // SAFETY: the room is as large as the caller says.
            unsafe {
                into.add(nth)
                    .write((nth as u8).wrapping_mul(167).wrapping_add(13))
            };
        }
        Ok(())
    }
}
