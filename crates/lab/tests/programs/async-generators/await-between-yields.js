// Awaits inside the body delay the following value by their own ticks.
async function* g() { yield 'a'; await null; await null; yield 'b'; }
(async () => { for await (const v of g()) console.log(v); console.log('end'); })();
let p = Promise.resolve();
for (let i = 1; i <= 9; i++) p = p.then(() => console.log('tick', i));
