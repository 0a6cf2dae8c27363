// The value given to next becomes the value of the yield at which the generator waited, and the first is lost.
function* g() { const a = yield 'first'; console.log('a', a); const b = yield 'second'; console.log('b', b); return 'end'; }
const it = g();
console.log(it.next('lost').value);
console.log(it.next('A').value);
console.log(it.next('B').value);
