// The value of an async delegation is what the inner generator returned, awaited.
async function* inner() { yield 1; return Promise.resolve('inner result'); }
async function* outer() { const r = yield* inner(); console.log('got', r); }
(async () => { for await (const v of outer()) console.log(v); console.log('end'); })();
