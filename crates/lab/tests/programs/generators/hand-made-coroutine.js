// A runner that feeds promises back into a generator behaves like an async function with one tick a step.
function run(g) { const it = g(); const step = v => { const r = it.next(v); if (!r.done) Promise.resolve(r.value).then(step); }; step(); }
run(function* () { console.log('begin'); const a = yield Promise.resolve('a'); console.log(a); const b = yield 'b'; console.log(b); });
(async () => { await null; console.log('async 1'); await null; console.log('async 2'); })();
console.log('sync');
