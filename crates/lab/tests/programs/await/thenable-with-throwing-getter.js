// A then getter that throws is read at once by await, and its error comes one tick later.
const t = { get then() { console.log('getter'); throw 'from getter'; } };
(async () => {
  try { await t; } catch (e) { console.log('caught', e); }
})();
console.log('sync');
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2'));
