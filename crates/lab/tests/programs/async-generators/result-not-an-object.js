// An async iterator whose result is no object makes for await throw a TypeError.
const it = { [Symbol.asyncIterator]() { return { next() { return 7; } }; } };
(async () => { try { for await (const v of it) console.log(v); } catch (e) { console.log(e.name); } })();
console.log('sync');
