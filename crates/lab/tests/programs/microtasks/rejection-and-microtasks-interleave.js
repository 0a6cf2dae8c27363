// Rejection handlers take their turn among other microtasks in the order of queueing.
Promise.reject('r').catch(e => { console.log('caught', e); queueMicrotask(() => console.log('from catch')); });
queueMicrotask(() => console.log('plain'));
(async () => { throw 'async'; })().catch(e => console.log('caught', e));
queueMicrotask(() => console.log('last'));
