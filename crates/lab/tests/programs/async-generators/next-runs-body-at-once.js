// The first next of an async generator runs its body synchronously up to the first await or yield.
async function* g() { console.log('body'); yield 1; console.log('after yield'); }
const it = g();
console.log('made');
it.next().then(r => console.log('value', r.value));
console.log('next returned');
