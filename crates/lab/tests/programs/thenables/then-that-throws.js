// A then that throws rejects the promise, unless it has called a resolving function before.
Promise.resolve({ then() { console.log('t1'); throw 'thrown'; } }).catch(e => console.log('rejected', e));
Promise.resolve({ then(ok) { console.log('t2'); ok('kept'); throw 'ignored'; } }).then(v => console.log('fulfilled', v));
