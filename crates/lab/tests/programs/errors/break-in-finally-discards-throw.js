// A break in finally discards the exception and the loop ends normally.
(async () => {
  for (const n of [1, 2]) { try { await null; throw 'dropped'; } finally { console.log('round', n); break; } }
  console.log('went on normally');
})().catch(() => console.log('never'));
