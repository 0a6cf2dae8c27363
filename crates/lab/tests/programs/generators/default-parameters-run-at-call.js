// Default parameters of a generator are evaluated at the call, before the first next.
function* g(x = (console.log('default'), 1)) { console.log('body', x); }
const it = g();
console.log('made');
it.next();
