// A thenable that resolves with another thenable is unwrapped one job after another.
const t = n => ({ then(ok) { console.log('then', n); ok(n ? t(n - 1) : 'core'); } });
Promise.resolve(t(2)).then(v => console.log(v));
let p = Promise.resolve();
for (let i = 1; i <= 5; i++) p = p.then(() => console.log('tick', i));
