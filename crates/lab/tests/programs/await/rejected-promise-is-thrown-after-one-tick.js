// Awaiting a rejected promise throws at the await one tick later.
(async () => {
  try { await Promise.reject('no'); console.log('never'); }
  catch (e) { console.log('caught', e); }
})();
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2'));
console.log('sync');
