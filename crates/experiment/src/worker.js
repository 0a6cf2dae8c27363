// Sets up the page's wasm module in this worker, and calls in it what the page asks for.

/** @type {Promise<any> | undefined} */
let ready;

const now = () => performance.now() + (globalThis.pageIsAhead ?? 0);

/**
 * Sets up the module, once.
 * @param {string} glue Its address.
 * @param {WebAssembly.Module} module
 */
function setUp(glue, module) {
  ready ??= import(glue).then((own) => own.default({ module_or_path: module }).then(() => own));
  return ready;
}

/**
 * Calls a function of the module, if one is named, and gives what came of it and when this thread
 * was held.
 * @param {Job} job
 */
async function call({ glue, module, name, arguments: args }) {
  const functions = await setUp(glue, module);
  if (name === undefined) return { held: [] };
  const begin = now();
  const job = functions[name](...args);
  const called = [begin, now()];
  const result = await job;
  // A job that awaits has held this thread in its polls alone.
  return { result, held: job?.polls ?? called };
}

addEventListener('message', async ({ data }) => {
  if ('ping' in data) return postMessage({ ping: data.ping, heard: performance.now() });
  if ('ahead' in data) {
    globalThis.pageIsAhead = data.ahead;
    return;
  }
  try {
    postMessage({ nth: data.nth, ...(await call(data)) });
  } catch (error) {
    const why = String(error).replace(/[^.]$/, '$&.');
    const isUnmeasurable = error instanceof Error && error.name === 'Unmeasurable';
    postMessage({
      nth: data.nth,
      error: `In the worker: ${why}`,
      unmeasurable: isUnmeasurable ? error.message : undefined,
    });
  }
});
