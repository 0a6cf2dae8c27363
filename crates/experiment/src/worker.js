// Sets up the page's wasm module in this worker, and calls in it what the page asks for.
let ready;

const now = () => performance.now() + (globalThis.pageIsAhead ?? 0);

onmessage = async ({ data }) => {
  if ("ping" in data) return postMessage({ ping: data.ping, heard: performance.now() });
  if ("ahead" in data) return (globalThis.pageIsAhead = data.ahead);
  try {
    ready ??= import(data.glue).then((glue) => glue.default({ module_or_path: data.module }).then(() => glue));
    const glue = await ready;
    const begin = now();
    const job = glue[data.name](...data.arguments);
    const called = [begin, now()];
    const result = await job;
    // A job that awaits has held this thread in its polls alone.
    postMessage({ nth: data.nth, result, held: job?.polls ?? called });
  } catch (error) {
    postMessage({ nth: data.nth, error: `In the worker: ${String(error).replace(/[^.]$/, '$&.')}` });
  }
};
