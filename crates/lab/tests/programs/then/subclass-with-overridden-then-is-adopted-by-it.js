// Returning a promise of a subclass calls the overridden then in a job of its own.
class Slow extends Promise {
  then(a, b) { console.log('Slow then'); return super.then(a, b); }
}
const s = new Slow(ok => ok('s'));
Promise.resolve().then(() => { console.log('returning'); return s; }).then(v => console.log('got', v));
queueMicrotask(() => console.log('queued'));
