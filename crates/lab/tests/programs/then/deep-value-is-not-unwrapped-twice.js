// A handler that gets a promise inside an array receives the array without waiting for the promise.
Promise.resolve([reply(40, 'slow')]).then(a => { console.log('array', a.length); return a[0]; }).then(v => console.log(v));
queueMicrotask(() => console.log('queued'));
