// Aborting calls the listeners of the signal before abort returns.
const c = new AbortController();
c.signal.addEventListener('abort', () => console.log('listener 1', c.signal.aborted));
c.signal.addEventListener('abort', () => console.log('listener 2'));
console.log('before', c.signal.aborted);
c.abort();
console.log('after', c.signal.aborted);
