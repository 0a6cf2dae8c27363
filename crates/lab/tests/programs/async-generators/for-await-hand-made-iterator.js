// A hand-made async iterator whose next gives plain objects works, because each result is awaited.
const it = { n: 0, [Symbol.asyncIterator]() { console.log('asyncIterator'); return this; }, next() { console.log('next'); return { value: this.n++, done: this.n > 2 }; } };
(async () => { for await (const v of it) console.log('value', v); console.log('end'); })();
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2')).then(() => console.log('tick 3'));
