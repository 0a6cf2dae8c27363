// Calling return on a generator that has not begun skips its body and its finally.
function* g() { try { yield 1; } finally { console.log('finally'); } }
const it = g();
const r = it.return('x');
console.log(r.value, r.done ? 'done' : 'open');
