// A rejection that goes through finally arrives after as many ticks as a value does.
Promise.reject('e').finally(() => {}).catch(() => console.log('rejection came'));
Promise.resolve('v').finally(() => {}).then(() => console.log('value came'));
let p = Promise.resolve();
for (let i = 1; i <= 5; i++) p = p.then(() => console.log('tick', i));
