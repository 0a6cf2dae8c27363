// Rejecting with a promise gives that promise itself as the reason, without waiting for it.
const inner = new Promise(() => {});
Promise.reject(inner).catch(e => console.log('same promise', e === inner));
new Promise((ok, no) => no(Promise.resolve(1))).catch(e => console.log('is promise', e instanceof Promise));
queueMicrotask(() => console.log('queued'));
