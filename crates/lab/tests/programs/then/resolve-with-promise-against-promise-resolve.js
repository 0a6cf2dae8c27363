// Calling resolve with a promise takes two extra ticks while Promise.resolve gives the promise itself.
const inner = Promise.resolve('inner');
new Promise(r => r(inner)).then(() => console.log('new Promise'));
Promise.resolve(inner).then(() => console.log('Promise.resolve'));
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
