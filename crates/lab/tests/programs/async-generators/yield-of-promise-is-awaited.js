// A yielded promise is awaited, so that the consumer receives its value and not the promise.
async function* g() { yield Promise.resolve('inside'); yield reply(30, 'later'); }
(async () => { const it = g(); for (let i = 0; i < 2; i++) { const r = await it.next(); console.log(typeof r.value, r.value); } })();
console.log('sync');
