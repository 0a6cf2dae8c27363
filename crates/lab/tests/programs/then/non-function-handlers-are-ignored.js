// Handlers that are not functions pass the value on one tick later.
Promise.resolve('v').then(1).then('x').then(null).then(v => console.log('value', v));
Promise.reject('e').catch(null).then(undefined, 5).catch(e => console.log('reason', e));
let p = Promise.resolve();
for (let i = 1; i <= 5; i++) p = p.then(() => console.log('tick', i));
