// A yield inside finally interrupts a return, which is completed by the following next.
function* g() { try { yield 1; } finally { yield 'cleanup'; console.log('finally ends'); } }
const it = g();
it.next();
const a = it.return('r'); console.log(a.value, a.done ? 'done' : 'open');
const b = it.next(); console.log(b.value, b.done ? 'done' : 'open');
