// Calling return resumes the generator to run its finally block.
function* g() { try { yield 1; console.log('never'); } finally { console.log('finally'); } }
const it = g();
it.next();
const r = it.return('given');
console.log(r.value, r.done ? 'done' : 'open');
console.log(it.next().done ? 'stays done' : 'open');
