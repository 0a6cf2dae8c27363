// The page's side of a worker. In JavaScript, because there it is two lines, and in a module half a
// kilobyte.

/**
 * How many messages are exchanged to compare clocks: the first come late, because the worker is
 * only starting.
 */
const PINGS = 6;

/**
 * Starts a worker whose script is a module, and tells it by how much this page's clock is ahead of its own.
 * `timeOrigin` would not do: the two part when the computer sleeps.
 * @param {string} script
 */
export function start(script) {
  const worker = new Worker(script, { type: 'module' });
  // A message is heard after it was sent and before its answer is: the difference lies between
  // these two.
  let [least, most, left] = [-Infinity, Infinity, PINGS];
  const ping = () => worker.postMessage({ ping: performance.now() });
  worker.addEventListener('message', (event) => {
    const { ping: sent, heard } = event.data;
    if (heard === undefined) return;
    event.stopImmediatePropagation();
    least = Math.max(least, sent - heard);
    most = Math.min(most, performance.now() - heard);
    worker.postMessage({ ahead: (least + most) / 2 });
    left -= 1;
    if (left > 0) ping();
  });
  ping();
  return worker;
}

/** Milliseconds on the page's clock, on the page and in its workers. */
export const pageTime = () => performance.now() + (globalThis.pageIsAhead ?? 0);

/**
 * Asks a worker, for the nth time, to call a function of a module that it sets up by that glue.
 * @param {Worker} worker
 * @param {number} nth
 * @param {string} glue
 * @param {WebAssembly.Module} module
 * @param {string} name
 * @param {unknown[]} args
 */
export const ask = (worker, nth, glue, module, name, args) =>
  worker.postMessage({ nth, glue, module, name, arguments: args });
