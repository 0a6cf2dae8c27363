// Delegating to an array of promises inside an async generator gives their awaited values.
async function* g() { yield* [Promise.resolve('a'), 'b']; console.log('delegation over'); }
(async () => { for await (const v of g()) console.log(v); })();
let p = Promise.resolve();
for (let i = 1; i <= 12; i++) p = p.then(() => { if (i % 4 === 0) console.log('tick', i); });
