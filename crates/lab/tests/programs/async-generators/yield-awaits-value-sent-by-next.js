// The value given to next is not awaited, so a promise sent in arrives as a promise.
async function* g() { const v = yield 'ready'; console.log('promise arrived', v instanceof Promise); console.log(await v); }
const it = g();
it.next().then(r => console.log(r.value));
it.next(Promise.resolve('sent'));
