// The two functions that every program may use besides the platform's own.
globalThis.busy = function busy(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
globalThis.reply = function reply(ms, value, { fail = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    if (signal && signal.aborted) { reject(signal.reason); return; }
    const onAbort = () => { clearTimeout(id); reject(signal.reason); };
    const id = setTimeout(() => {
      if (signal) signal.removeEventListener('abort', onAbort);
      if (fail) reject(new Error(value)); else resolve(value);
    }, ms);
    if (signal) signal.addEventListener('abort', onAbort, { once: true });
  });
};
