// Runs a program in the Lab's engine, off the page's thread, so that the page may end it.

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** Where engines stay that were fetched once: their names change with what they hold. */
const KEPT = 'await-and-see.lab';

/** @param {string} url */
async function bring(url) {
  // A browser may deny its caches.
  const kept = await caches.open(KEPT).catch(() => undefined);
  const found = await kept?.match(url);
  if (found) return found;
  const response = await fetch(url).catch(() => {
    throw new Error('network');
  });
  if (!response.ok) throw new Error('gone');
  for (const older of (await kept?.keys()) ?? []) await kept?.delete(older);
  await kept?.put(url, response.clone()).catch(() => undefined);
  return response;
}

/** @param {string} url */
async function compile(url) {
  if (!url) throw new Error('missing');
  const response = await bring(url);
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
