// Calling a generator runs nothing of its body until next is called.
function* g() { console.log('body'); yield 'a'; console.log('after yield'); }
const it = g();
console.log('made');
console.log(it.next().value);
console.log('between');
console.log(it.next().done);
