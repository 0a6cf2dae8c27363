// Calling next of a generator from within itself is a TypeError and the generator goes on.
let it;
function* g() { try { it.next(); } catch (e) { console.log(e.name); } yield 'still alive'; }
it = g();
console.log(it.next().value);
