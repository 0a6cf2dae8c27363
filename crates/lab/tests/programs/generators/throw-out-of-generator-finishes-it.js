// An exception that leaves a generator finishes it, and later calls give done.
function* g() { yield 1; throw 'bad'; }
const it = g();
console.log(it.next().value);
try { it.next(); } catch (e) { console.log('caught', e); }
console.log(it.next().done ? 'done' : 'open');
