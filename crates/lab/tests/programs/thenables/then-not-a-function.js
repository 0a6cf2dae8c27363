// An object whose then is not a function is an ordinary value and takes a single tick.
Promise.resolve({ then: 'text', n: 1 }).then(o => console.log('string then', o.n));
Promise.resolve({ then: {}, n: 2 }).then(o => console.log('object then', o.n));
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2'));
