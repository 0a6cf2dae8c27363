// Signals of AbortSignal.any that are built upon each other fire in the order in which they were made.
const c = new AbortController();
const s1 = AbortSignal.any([c.signal]), s2 = AbortSignal.any([s1]), s3 = AbortSignal.any([c.signal, s2]);
for (const [n, s] of [['s3', s3], ['s1', s1], ['s2', s2]]) s.addEventListener('abort', () => console.log(n, s.reason));
c.abort('r');
