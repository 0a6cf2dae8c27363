// The case expressions of a switch are awaited one after another until one matches.
async function f(x) {
  switch (x) {
    case await 1: console.log(x, 'is one'); break;
    case await 2: console.log(x, 'is two'); break;
    default: console.log(x, 'is other');
  }
}
f(3); f(2); f(1);
console.log('sync');
