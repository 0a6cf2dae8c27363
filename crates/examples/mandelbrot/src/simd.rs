//! The same picture with vector instructions, four points at a time; a module of its own, with the memory for one tile.

#![no_std]

use core::arch::wasm32::{
    f32x4, f32x4_add, f32x4_le, f32x4_mul, f32x4_splat, f32x4_sub, i32x4_sub, u32x4_splat,
    v128, v128_and, v128_any_true, v128_store,
};

const TILES: u32 = 8;
const SIDE: u32 = 64;

static mut ROUNDS: [u32; (SIDE * SIDE) as usize] = [0; (SIDE * SIDE) as usize];

/// Computes a tile, and says where in the memory it is.
#[unsafe(no_mangle)]
pub extern "C" fn tile(place: u32, most: u32) -> *const u32 {
    let step = 3.0 / (TILES * SIDE) as f32;
    let left = (place % TILES * SIDE) as f32;
    let top = (place / TILES * SIDE) as f32;
    let rounds = (&raw mut ROUNDS).cast::<u32>();
    for row in 0..SIDE {
        for column in (0..SIDE).step_by(4) {
            let at = left + column as f32;
            let x = f32x4(
                at * step - 2.2,
                (at + 1.0) * step - 2.2,
                (at + 2.0) * step - 2.2,
                (at + 3.0) * step - 2.2,
            );
            let y = f32x4_splat((top + row as f32) * step - 1.5);
            let four = four_points(x, y, most);
            // SAFETY: row and column are within the tile, and each row is a whole number of fours.
            unsafe { v128_store(rounds.add((row * SIDE + column) as usize).cast(), four) };
        }
    }
    rounds
}

fn four_points(x: v128, y: v128, most: u32) -> v128 {
    let four = f32x4_splat(4.0);
    let (mut re, mut im) = (f32x4_splat(0.0), f32x4_splat(0.0));
    let mut rounds = u32x4_splat(0);
    // All bits of a lane are set as long as its point may be inside.
    let mut inside = u32x4_splat(u32::MAX);
    for _ in 0..most {
        let (re2, im2) = (f32x4_mul(re, re), f32x4_mul(im, im));
        inside = v128_and(inside, f32x4_le(f32x4_add(re2, im2), four));
        if !v128_any_true(inside) {
            break;
        }
        // All bits set is -1, so this counts the lanes that are still inside.
        rounds = i32x4_sub(rounds, inside);
        im = f32x4_add(f32x4_mul(f32x4_add(re, re), im), y);
        re = f32x4_add(f32x4_sub(re2, im2), x);
    }
    rounds
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
