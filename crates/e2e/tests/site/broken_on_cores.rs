//! As [`crate::broken`], of the examples that need several cores.
//!
//! They come later by their name: while the verdict board runs all panels, these would have to wait for it.

use crate::broken::broken;

broken! {
    bystanders_with_an_arm_broken_is_unexpected "bystanders"
    chooser_with_an_arm_broken_is_unexpected "chooser"
    counting_with_an_arm_broken_is_unexpected "counting"
    documents_with_an_arm_broken_is_unexpected "documents"
    four_ways_with_an_arm_broken_is_unexpected "four-ways"
    idle_with_an_arm_broken_is_unexpected "idle"
    kitchen_with_an_arm_broken_is_unexpected "kitchen"
    mandelbrot_with_an_arm_broken_is_unexpected "mandelbrot"
    swamp_with_an_arm_broken_is_unexpected "swamp"
    threads_with_an_arm_broken_is_unexpected "threads"
}
