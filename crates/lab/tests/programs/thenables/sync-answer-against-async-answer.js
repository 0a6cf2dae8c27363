// A thenable that answers at once settles earlier than one that answers from a microtask.
Promise.resolve({ then(ok) { queueMicrotask(() => ok('by microtask')); } }).then(v => console.log(v));
Promise.resolve({ then(ok) { ok('at once'); } }).then(v => console.log(v));
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
