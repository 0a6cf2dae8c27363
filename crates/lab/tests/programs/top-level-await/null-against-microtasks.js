// A top-level await gives way to the microtasks that were queued before it.
queueMicrotask(() => console.log('queued before'));
console.log('before');
await null;
console.log('after');
queueMicrotask(() => console.log('queued after'));
