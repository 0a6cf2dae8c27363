// Awaiting a call of an async function that returns a plain value costs a single tick.
async function inner() { console.log('inner'); return 'plain'; }
(async () => { console.log('got', await inner()); })();
let p = Promise.resolve();
for (let i = 1; i <= 3; i++) p = p.then(() => console.log('tick', i));
