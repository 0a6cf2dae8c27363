// Each round of a let loop keeps its own variable across an await, whereas var is shared.
(async () => {
  for (let i = 0; i < 2; i++) (async () => { await null; console.log('let', i); })();
  for (var j = 0; j < 2; j++) (async () => { await null; console.log('var', j); })();
  console.log('loops over');
})();
