// Awaiting an async function that returns a promise goes on a tick later than awaiting one that says return await.
const p = Promise.resolve();
async function plain() { return p; }
async function waiting() { return await p; }
(async () => { await plain(); console.log('return'); })();
(async () => { await waiting(); console.log('return await'); })();
let q = Promise.resolve();
for (let i = 1; i <= 5; i++) q = q.then(() => console.log('tick', i));
