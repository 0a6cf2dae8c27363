// An async listener that fails is announced as a rejection after the dispatch, and the others are called.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason); });
const t = new EventTarget();
t.addEventListener('x', async () => { console.log('async listener'); throw 'listener failed'; });
t.addEventListener('x', () => console.log('other listener'));
t.dispatchEvent(new Event('x'));
console.log('dispatched');
