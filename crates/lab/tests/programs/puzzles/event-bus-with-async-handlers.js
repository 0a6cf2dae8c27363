// Handlers of an event bus that are awaited one by one run in order, and those that are not overlap.
const handlers = [async x => { await reply(80); console.log('slow handler', x); }, async x => { await reply(20); console.log('quick handler', x); }];
(async () => {
  for (const h of handlers) await h('in series');
  console.log('series over');
  await Promise.all(handlers.map(h => h('in parallel')));
  console.log('parallel over');
})();
