// The same three orders in JavaScript.

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function order(ms, soldOut, delivered) {
  await wait(ms);
  if (soldOut) throw new Error('sold out');
  delivered();
}

/** Puts the orders together by one of Promise's functions: race, all, any or allSettled. */
export function together(how, ms, delivered) {
  return Promise[how]([
    order(ms, true, delivered),
    order(2 * ms, false, delivered),
    order(3 * ms, false, delivered),
  ]);
}
