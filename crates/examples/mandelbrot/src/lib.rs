//! A picture in 64 tiles: by one worker, by one for each core, by twice as many, by futures, and four points at a time.

pub mod points;

use experiment::job::{Job, Returned};
use experiment::{Result, Run, clock, error, job, unmeasurable, worker, yielding};
use futures_util::future::{FutureExt, LocalBoxFuture};
use futures_util::stream::{FuturesUnordered, StreamExt};
use js_sys::WebAssembly::{Instance, Module};
use js_sys::{Function, Object, Reflect, Uint8Array, Uint32Array};
use points::{SIDE, TILES};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { rounds: u32 }
    async futures_alone;
    async one_worker;
    async one_for_each_core;
    async twice_as_many;
    async one_worker_simd;
    async one_for_each_core_simd;
}

#[wasm_bindgen(module = "/src/picture.js")]
extern "C" {
    fn picture(place: &JsValue, side: u32) -> Function;
}

async fn one_worker(run: Run, params: Params) -> Result {
    point_by_point(1, run, params).await
}

async fn one_for_each_core(run: Run, params: Params) -> Result {
    point_by_point(run.cores(), run, params).await
}

async fn twice_as_many(run: Run, params: Params) -> Result {
    point_by_point(2 * run.cores(), run, params).await
}

async fn one_worker_simd(run: Run, params: Params) -> Result {
    with_vectors(1, run, params).await
}

async fn one_for_each_core_simd(run: Run, params: Params) -> Result {
    with_vectors(run.cores(), run, params).await
}

/// No worker: a future for each tile, on the main thread, with a yield before each.
async fn futures_alone(run: Run, params: Params) -> Result {
    let most = params.rounds;
    let mut picture = Picture::on(&run, most);
    let begin = clock::now();
    let tile = async |place| {
        yielding::yield_now().await;
        points::tile(place, most)
    };
    for place in 0..TILES * TILES {
        let points = Uint32Array::from(&tile(place).await[..]);
        picture.show(place, points.into());
    }
    picture.report(&run, 0, begin);
    Ok(())
}

async fn point_by_point(workers: u32, run: Run, params: Params) -> Result {
    let order = |place| job!(draw(place, params.rounds));
    drawn_by(workers, order, run, params).await
}

async fn with_vectors(workers: u32, run: Run, params: Params) -> Result {
    if module().is_err() {
        return Err(unmeasurable("This browser has no vector instructions."));
    }
    let order = |place| job!(draw_simd(place, params.rounds));
    drawn_by(workers, order, run, params).await
}

/// Has the picture drawn by so many workers: a free one gets the next tile.
async fn drawn_by<R: Returned<Value = JsValue> + 'static>(
    count: u32,
    order: impl Fn(u32) -> Job<R>,
    run: Run,
    params: Params,
) -> Result {
    let workers = worker::several(count).await?;
    // A tile lets the engine optimise the code.
    worker::call_all(&workers, |_| order(TILES * TILES / 2)).await?;

    let mut picture = Picture::on(&run, params.rounds);
    let begin = clock::now();
    let mut tiles = Tiles::new();
    let mut free: Vec<usize> = (0..workers.len()).collect();
    let mut next = 0;
    loop {
        while next < TILES * TILES
            && let Some(worker) = free.pop()
        {
            let place = next;
            let tile = workers[worker].begin(&order(place))?;
            tiles.push(async move { Ok((place, worker, tile.await?)) }.boxed_local());
            next += 1;
        }
        let Some(tile) = tiles.next().await else {
            break;
        };
        let (place, worker, points) = tile?;
        free.push(worker);
        picture.show(place, points);
    }
    picture.report(&run, count, begin);
    Ok(())
}

/// Tiles that are being drawn: the place of each, who draws it, and its points.
type Tiles = FuturesUnordered<LocalBoxFuture<'static, Result<(u32, usize, JsValue)>>>;

/// The picture in the page, which appears tile by tile.
struct Picture {
    draw: Function,
    most: u32,
    /// The rounds of all points so far, on which all variants must agree.
    rounds: f64,
}

impl Picture {
    fn on(run: &Run, most: u32) -> Self {
        Self {
            draw: picture(&run.output(), TILES * SIDE),
            most,
            rounds: 0.0,
        }
    }

    fn show(&mut self, place: u32, points: JsValue) {
        let (x, y) = (place % TILES * SIDE, place / TILES * SIDE);
        // What goes wrong in drawing is seen.
        let _ = self.draw.call4(
            &JsValue::NULL,
            &points,
            &self.most.into(),
            &x.into(),
            &y.into(),
        );
        let points = points.unchecked_into::<Uint32Array>().to_vec();
        self.rounds += points.into_iter().map(f64::from).sum::<f64>();
    }

    fn report(&self, run: &Run, workers: u32, begin: f64) {
        run.measure("took", clock::now() - begin);
        run.measure("workers", workers.into());
        run.measure("rounds", self.rounds);
    }
}

/// What a worker is asked for: a tile.
#[wasm_bindgen]
pub fn draw(place: u32, rounds: u32) -> JsValue {
    Uint32Array::from(&points::tile(place, rounds)[..]).into()
}

/// What a worker is asked for: a tile, four points at a time.
#[wasm_bindgen]
pub fn draw_simd(place: u32, rounds: u32) -> Result<JsValue> {
    thread_local! {
        static EXPORTS: OnceCell<Object> = const { OnceCell::new() };
    }
    let exports = EXPORTS.with(|exports| match exports.get() {
        Some(exports) => Ok(exports.clone()),
        None => {
            let loaded = Instance::new(&module()?, &Object::new())?.exports();
            Result::Ok(exports.get_or_init(|| loaded).clone())
        }
    })?;
    let tile: Function = Reflect::get(&exports, &"tile".into())?.unchecked_into();
    let at = tile.call2(&JsValue::NULL, &place.into(), &rounds.into())?;
    let at = at
        .as_f64()
        .ok_or_else(|| error("The module with vectors is broken."))?;
    let memory = Reflect::get(&exports, &"memory".into())?;
    let buffer = Reflect::get(&memory, &"buffer".into())?;
    let points = Uint32Array::new_with_byte_offset_and_length(&buffer, at as u32, SIDE * SIDE);
    // A copy: to send a part of a memory would send all of it.
    Ok(points.slice(0, SIDE * SIDE).into())
}

/// The module with vector instructions, or what this browser has against it.
fn module() -> Result<Module> {
    const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/simd.wasm"));
    Module::new(&Uint8Array::from(BYTES).into())
}
