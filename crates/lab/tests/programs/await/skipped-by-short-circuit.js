// An await on the side of an operator that is not evaluated costs no tick.
async function f(label, x) {
  const r = x && await 'right';
  console.log(label, String(r));
}
f('truthy', true);
f('falsy', false);
console.log('caller');
