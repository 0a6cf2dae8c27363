/**
 * Parks this thread for so many milliseconds: it sleeps until something wakes it, and nothing does. A
 * page's own thread may not.
 */
export function park(ms) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  Atomics.wait(new Int32Array(memory.buffer), 0, 0, ms);
}
