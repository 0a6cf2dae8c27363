// A finally link passes its value on later than a then link would.
Promise.resolve('f').finally(() => console.log('finally runs')).then(v => console.log('after finally', v));
Promise.resolve('t').then(v => (console.log('then runs'), v)).then(v => console.log('after then', v));
let p = Promise.resolve();
for (let i = 1; i <= 5; i++) p = p.then(() => console.log('tick', i));
