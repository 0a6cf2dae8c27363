// A handler that returns a promise delays the next link by two ticks more than one that returns a value.
Promise.resolve().then(() => Promise.resolve('promise')).then(v => console.log(v));
Promise.resolve().then(() => 'value').then(v => console.log(v));
let p = Promise.resolve();
for (let i = 1; i <= 5; i++) p = p.then(() => console.log('tick', i));
