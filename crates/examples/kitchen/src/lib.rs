//! Two meals, one for the ovens and one for the knife, made by one cook who waits, one who does not, and three.

use experiment::{Promise, Result, Run, blocking, clock, job, work, worker};
use futures_util::future::join3;
use gloo_timers::future::TimeoutFuture;
use js_sys::Number;
use wasm_bindgen::prelude::*;

experiment::variants! {
    params { ms: f64 }
    prepare calibrate -> Menu;
    async roasts_a_cook_who_waits;
    async roasts_a_cook_who_does_not;
    async roasts_three_cooks;
    async salads_a_cook_who_waits;
    async salads_a_cook_who_does_not;
    async salads_three_cooks;
}

/// How many dishes a meal has.
const DISHES: u32 = 3;

/// What a dish needs: so long in an oven, and so many steps of chopping.
#[derive(Clone, Copy)]
struct Dish {
    oven: f64,
    steps: u32,
    /// Under which name its plates are measured.
    result: &'static str,
}

/// A dish of each meal.
#[derive(Clone, Copy)]
struct Menu {
    roast: Dish,
    salad: Dish,
}

/// Finds out how much chopping takes as long as an oven does.
async fn calibrate(_: Run, params: Params) -> Result<Menu> {
    let roast = Dish {
        oven: params.ms,
        steps: 0,
        result: "roasted",
    };
    let salad = Dish {
        oven: 0.0,
        steps: work::steps_for(params.ms, work::churn).await,
        result: "chopped",
    };
    Ok(Menu { roast, salad })
}

async fn roasts_a_cook_who_waits(run: Run, menu: Menu) -> Result {
    cooked(1, How::Waits, run, menu.roast).await
}

async fn roasts_a_cook_who_does_not(run: Run, menu: Menu) -> Result {
    cooked(1, How::DoesNot, run, menu.roast).await
}

async fn roasts_three_cooks(run: Run, menu: Menu) -> Result {
    cooked(3, How::Waits, run, menu.roast).await
}

async fn salads_a_cook_who_waits(run: Run, menu: Menu) -> Result {
    cooked(1, How::Waits, run, menu.salad).await
}

async fn salads_a_cook_who_does_not(run: Run, menu: Menu) -> Result {
    cooked(1, How::DoesNot, run, menu.salad).await
}

async fn salads_three_cooks(run: Run, menu: Menu) -> Result {
    cooked(3, How::Waits, run, menu.salad).await
}

/// What a cook does in front of an oven.
enum How {
    Waits,
    DoesNot,
}

/// Has a meal made by so many cooks: each is a worker, a thread of its own.
async fn cooked(count: u32, how: How, run: Run, dish: Dish) -> Result {
    let cooks = worker::several(count).await?;
    let dishes = DISHES / count;
    let begin = clock::now();
    let plates = match how {
        How::Waits => {
            let order = |_| job!(cook(&run.site(), dishes, dish.oven, dish.steps));
            worker::call_all(&cooks, order).await?
        }
        How::DoesNot => {
            let order = |_| job!(cook_async(dish.oven, dish.steps));
            worker::call_all(&cooks, order).await?
        }
    };
    run.measure("served", clock::now() - begin);
    // What is on the plates shows that everything has been chopped.
    run.measure(dish.result, plates.iter().sum());
    Ok(())
}

/// A cook who stands in front of the oven: one dish after another, in plain code.
#[wasm_bindgen]
pub fn cook(site: &str, dishes: u32, oven: f64, steps: u32) -> Result<f64> {
    let mut chopped = 0.0;
    for _ in 0..dishes {
        blocking::requests(site, oven)?;
        chopped += f64::from(work::churn(steps));
    }
    Ok(chopped)
}

/// A cook who lets the clock ring: all three dishes are begun, and each goes on when its oven is done.
#[wasm_bindgen]
pub fn cook_async(oven: f64, steps: u32) -> Promise<Number> {
    worker::awaiting(async move {
        let dish = async || {
            TimeoutFuture::new(oven as u32).await;
            f64::from(work::churn(steps))
        };
        let (one, two, three) = join3(dish(), dish(), dish()).await;
        Ok((one + two + three).into())
    })
}
