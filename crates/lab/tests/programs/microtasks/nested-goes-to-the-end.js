// A microtask queued by a microtask goes behind those that wait already.
queueMicrotask(() => { console.log('a'); queueMicrotask(() => console.log('a inner')); });
queueMicrotask(() => { console.log('b'); queueMicrotask(() => console.log('b inner')); });
queueMicrotask(() => console.log('c'));
