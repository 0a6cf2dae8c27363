// Runs a program in the Lab's engine, off the page's thread, so that the page may end it.

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** @param {string} url */
async function compile(url) {
  // Revalidated: after a deployment, an older one would not fit.
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok) throw new Error('missing');
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * The recording of a run, as JSON. Each run gets a machine of its own: what an earlier one has left
 * in memory is not counted against it.
 * @param {WebAssembly.Module} module
 * @param {string} source
 */
async function run(module, source) {
  const { exports } = await WebAssembly.instantiate(module, {});
  const engine = /** @type {any} */ (exports);
  const bytes = new TextEncoder().encode(source);
  const place = engine.reserve(bytes.length);
  new Uint8Array(engine.memory.buffer, place, bytes.length).set(bytes);
  try {
    const length = engine.run();
    const recording = new Uint8Array(engine.memory.buffer, engine.recording(), length);
    return new TextDecoder().decode(recording);
  } catch (error) {
    throw new Error(engine.memory.buffer.byteLength > 2 ** 27 ? 'memory' : 'depth', {
      cause: error,
    });
  }
}

addEventListener('message', async ({ data: { engine, source } }) => {
  try {
    compiled ??= compile(engine);
    const module = await compiled;
    postMessage({ ready: true });
    postMessage({ recording: await run(module, source) });
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    if (!['memory', 'depth'].includes(message)) compiled = undefined;
    postMessage({ failure: message });
  }
});
