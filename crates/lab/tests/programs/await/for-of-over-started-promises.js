// Awaiting already running replies in a fixed order logs them in that order whichever came first.
const running = [reply(120, 'slow'), reply(20, 'quick'), reply(70, 'middle')];
running[1].then(v => console.log('settled', v));
running[2].then(v => console.log('settled', v));
(async () => {
  for (const r of running) console.log('loop', await r);
})();
