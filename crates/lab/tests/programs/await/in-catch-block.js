// An await inside a catch block lets other jobs run between the catch and what follows.
(async () => {
  try { throw 'x'; }
  catch (e) { console.log('catch', e); await null; console.log('catch goes on with', e); }
  console.log('after');
})();
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2'));
console.log('sync');
