// An unhandled rejection is announced only after all microtasks have run.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason); });
Promise.reject('lonely');
let p = Promise.resolve();
for (let i = 1; i <= 3; i++) p = p.then(() => console.log('tick', i));
console.log('sync');
