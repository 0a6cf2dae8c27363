// Calling return while delegating runs the finally blocks from the inside out.
function* inner() { try { yield 1; } finally { console.log('inner finally'); } }
function* outer() { try { yield* inner(); console.log('never'); } finally { console.log('outer finally'); } }
const it = outer();
it.next();
console.log(it.return('r').value);
