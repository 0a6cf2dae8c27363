// A for await loop over plain values of an array takes more ticks than an await in a for of loop.
(async () => { for await (const v of [1, 2]) console.log('for await', v); })();
(async () => { for (const v of [1, 2]) { await v; console.log('for of', v); } })();
let p = Promise.resolve();
for (let i = 1; i <= 6; i++) p = p.then(() => console.log('tick', i));
