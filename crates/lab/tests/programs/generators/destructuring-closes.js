// Destructuring takes as many values as it needs and then closes the generator.
function* g() { try { console.log('give 1'); yield 1; console.log('give 2'); yield 2; console.log('give 3'); yield 3; } finally { console.log('closed'); } }
const [a, b] = g();
console.log(a, b);
const [, ...rest] = g();
console.log(rest.join());
