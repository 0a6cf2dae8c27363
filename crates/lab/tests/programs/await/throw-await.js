// In throw await the value is awaited first, and so the catch runs one tick later.
(async () => {
  try { throw await Promise.resolve('fulfilled value'); }
  catch (e) { console.log('thrown', e); }
  try { throw await Promise.reject('rejection'); }
  catch (e) { console.log('awaited', e); }
})();
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2')).then(() => console.log('tick 3'));
