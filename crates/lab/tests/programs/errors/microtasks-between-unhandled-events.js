// Microtasks queued by the listener for one unhandled rejection run before the next is announced.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason); queueMicrotask(() => console.log('microtask of', e.reason)); });
Promise.reject('a');
Promise.reject('b');
