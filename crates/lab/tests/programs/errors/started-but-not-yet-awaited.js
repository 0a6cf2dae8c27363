// A reply that fails while the function waits for a slower one is announced before it is awaited.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason.message); });
(async () => {
  const quick = reply(20, 'quick failed', { fail: true }), slow = reply(150, 'slow');
  console.log(await slow);
  try { await quick; } catch (e) { console.log('caught', e.message); }
})();
