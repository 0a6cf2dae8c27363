// When a source aborts its own listeners run before those of the signals that depend on it, which are aborted already.
const c = new AbortController();
const s = AbortSignal.any([c.signal]);
s.addEventListener('abort', () => console.log('dependent'));
c.signal.addEventListener('abort', () => console.log('source', s.aborted));
c.abort();
console.log('end');
