// Returning a native promise from a handler looks up then on the prototype at that time.
const original = Promise.prototype.then;
const inner = Promise.resolve('inner'), start = Promise.resolve();
start.then(() => {
  Promise.prototype.then = function (a, b) { console.log('patched then'); return original.call(this, a, b); };
  queueMicrotask(() => { console.log('restored'); Promise.prototype.then = original; });
  return inner;
}).then(v => console.log('got', v));
