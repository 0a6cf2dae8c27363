// Thenables and promises that handlers return are both adopted by a job, so they keep step.
Promise.resolve().then(() => ({ then(ok) { console.log('called'); ok('thenable'); } })).then(v => console.log(v));
Promise.resolve().then(() => Promise.resolve('promise')).then(v => console.log(v));
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
