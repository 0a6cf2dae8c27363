// No promise reaction runs between two calls of next, for a generator is synchronous.
function* g() { Promise.resolve().then(() => console.log('reaction')); yield 1; console.log('resumed'); yield 2; }
for (const v of g()) console.log('value', v);
console.log('loop over');
