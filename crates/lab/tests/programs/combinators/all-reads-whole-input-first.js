// Promise.all reads its whole input before any reaction runs, calling then on each item as it goes.
function* g() {
  for (const n of [1, 2]) {
    console.log('yield', n);
    const p = Promise.resolve(n);
    p.then = function (a, b) { console.log('subscribe', n); return Promise.prototype.then.call(this, a, b); };
    yield p;
  }
}
Promise.all(g()).then(v => console.log('all', v.join()));
console.log('sync');
