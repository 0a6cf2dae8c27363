// Promise.all of nothing is fulfilled already, so its reaction runs in the first tick.
Promise.all([]).then(v => console.log('all', v.length));
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2'));
console.log('sync');
