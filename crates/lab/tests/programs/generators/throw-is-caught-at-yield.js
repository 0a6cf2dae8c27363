// Calling throw raises the error at the waiting yield, where it can be caught.
function* g() { while (true) { try { yield 'ready'; console.log('resumed'); } catch (e) { console.log('caught', e); } } }
const it = g();
it.next();
console.log(it.throw('boom').value);
it.next();
it.return();
