// A Promise.all inside another adds ticks for its own settling.
Promise.all([Promise.all([1, 2]), 3]).then(v => console.log('nested', v[0].join()));
Promise.all([1, 2, 3]).then(() => console.log('flat'));
let p = Promise.resolve();
for (let i = 1; i <= 5; i++) p = p.then(() => console.log('tick', i));
