// Promise.allSettled of nothing is fulfilled at once and its records have their keys in a fixed order.
Promise.allSettled([]).then(v => console.log('empty', v.length));
Promise.allSettled([1, Promise.reject(2)]).then(v => v.forEach(r => console.log(Object.keys(r).join())));
queueMicrotask(() => console.log('queued'));
