// Thenables among the inputs of Promise.all are called in a job, after the promises were subscribed to.
const t = n => ({ then(ok) { console.log('then', n); ok(n); } });
Promise.all([t(1), Promise.resolve(2), t(3)]).then(v => console.log(v.join()));
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
