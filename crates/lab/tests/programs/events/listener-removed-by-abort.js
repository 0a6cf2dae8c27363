// Aborting a signal removes all listeners that were added with it, even during the dispatch.
const c = new AbortController(), t = new EventTarget();
t.addEventListener('x', () => { console.log('first'); c.abort(); });
t.addEventListener('x', () => console.log('never'), { signal: c.signal });
t.addEventListener('x', () => console.log('third'));
t.dispatchEvent(new Event('x'));
t.addEventListener('x', () => console.log('never'), { signal: c.signal });
t.dispatchEvent(new Event('x'));
