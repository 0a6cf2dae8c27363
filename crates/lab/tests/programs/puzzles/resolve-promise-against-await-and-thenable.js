// The same settled promise arrives at different ticks by await, by resolve and through a thenable.
const p = Promise.resolve('p');
new Promise(r => r(p)).then(() => console.log('by resolve'));
(async () => { await p; console.log('by await'); })();
Promise.resolve({ then(a, b) { p.then(a, b); } }).then(() => console.log('by thenable'));
(async () => p)().then(() => console.log('by async return'));
p.then(() => console.log('by then'));
