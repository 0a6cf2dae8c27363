// A rejection takes one tick for every link that it passes, also those without a handler for it.
Promise.reject('r').then(() => console.log('no')).then(() => console.log('no')).catch(e => console.log('caught', e)).then(() => console.log('goes on'));
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
