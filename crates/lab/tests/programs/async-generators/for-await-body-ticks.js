// A for await loop over an async generator takes several ticks for every value.
async function* g() { yield 1; yield 2; }
(async () => { for await (const v of g()) console.log('value', v); console.log('loop over'); })();
let p = Promise.resolve();
for (let i = 1; i <= 8; i++) p = p.then(() => console.log('tick', i));
