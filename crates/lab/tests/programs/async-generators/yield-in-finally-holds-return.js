// A yield inside finally answers the call of return, which is completed by the following next.
async function* g() { try { yield 1; } finally { yield 'cleanup'; console.log('end of finally'); } }
(async () => {
  const it = g(); await it.next();
  let r = await it.return('r'); console.log(r.value, r.done ? 'done' : 'open');
  r = await it.next(); console.log(r.value, r.done ? 'done' : 'open');
})();
