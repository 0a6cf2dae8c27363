// A listener added to a signal with that same signal as its option is removed before it could hear of the abort.
const c = new AbortController();
c.signal.addEventListener('abort', () => console.log('never'), { signal: c.signal });
c.signal.addEventListener('abort', () => console.log('plain listener'));
c.abort();
console.log('end');
