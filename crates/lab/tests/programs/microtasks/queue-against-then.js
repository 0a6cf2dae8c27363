// Jobs from queueMicrotask and from then share one queue and run in the order in which they were put there.
queueMicrotask(() => console.log('queue 1'));
Promise.resolve().then(() => console.log('then 1'));
queueMicrotask(() => console.log('queue 2'));
Promise.resolve().then(() => console.log('then 2'));
console.log('sync');
