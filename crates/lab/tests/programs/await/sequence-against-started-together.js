// Replies awaited one after another start one after another, while replies started first overlap.
(async () => {
  const a = await reply(100, 'one'); console.log('sequence', a);
  const b = await reply(100, 'two'); console.log('sequence', b);
})();
(async () => {
  const a = reply(150, 'ONE'), b = reply(50, 'TWO');
  console.log('together', await a);
  console.log('together', await b);
})();
