// Returning a rejected promise from a handler takes two extra ticks like a fulfilled one.
Promise.resolve().then(() => Promise.reject('adopted')).catch(e => console.log(e));
Promise.resolve().then(() => { throw 'thrown'; }).catch(e => console.log(e));
let p = Promise.resolve();
for (let i = 1; i <= 5; i++) p = p.then(() => console.log('tick', i));
