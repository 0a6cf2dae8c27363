// Calling return while delegating closes the inner async generator before the outer one.
async function* inner() { try { yield 1; } finally { await null; console.log('inner closed'); } }
async function* outer() { try { yield* inner(); } finally { console.log('outer closed'); } }
const it = outer();
it.next().then(() => it.return('r')).then(r => console.log(r.value));
