// A waiter that resolves another promise wakes that promise's waiter after those already in the queue.
let openB;
const a = Promise.resolve(), b = new Promise(r => { openB = r; });
(async () => { await b; console.log('b woke'); })();
(async () => { await a; console.log('a1'); openB(); console.log('b opened'); })();
(async () => { await a; console.log('a2'); })();
