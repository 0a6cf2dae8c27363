// A default value with an await is waited for only when the property is missing.
async function f(label, o) {
  const { a = await 'default a', b = await 'default b' } = o;
  console.log(label, a, b);
}
f('none', {});
f('one', { a: 'own a' });
f('both', { a: 'own a', b: 'own b' });
console.log('sync');
