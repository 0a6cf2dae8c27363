// Sets up the page's wasm module in this worker, and calls in it what the page asks for.
let ready;

onmessage = async ({ data }) => {
  try {
    ready ??= import(data.glue).then((glue) => glue.default({ module_or_path: data.module }).then(() => glue));
    const glue = await ready;
    const begin = performance.timeOrigin + performance.now();
    const result = glue[data.name](...data.arguments);
    postMessage({ result, begin, end: performance.timeOrigin + performance.now() });
  } catch (error) {
    postMessage({ error: `In the worker: ${error}.` });
  }
};
