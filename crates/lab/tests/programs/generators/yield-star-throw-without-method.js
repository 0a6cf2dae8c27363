// Throwing into a delegation whose iterator lacks throw closes that iterator and gives a TypeError.
const items = { [Symbol.iterator]() { return { next() { console.log('next'); return { value: 1, done: false }; }, return() { console.log('return'); return {}; } }; } };
function* g() { try { yield* items; } catch (e) { console.log(e.name); } }
const it = g();
it.next();
it.throw('mine');
