// Aborting another controller from an abort listener runs its listeners in the middle of the first.
const a = new AbortController(), b = new AbortController();
a.signal.addEventListener('abort', () => { console.log('a begins'); b.abort(); console.log('a ends'); });
a.signal.addEventListener('abort', () => console.log('a second'));
b.signal.addEventListener('abort', () => console.log('b'));
a.abort();
