// Awaiting a promise that is already fulfilled takes one tick, not three.
const done = Promise.resolve('value');
(async () => { console.log('got', await done); })();
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2')).then(() => console.log('tick 3'));
