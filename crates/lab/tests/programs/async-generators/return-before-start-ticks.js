// The answer to return on a generator that has not begun comes one tick later than to next on a finished one.
async function* g() {}
const a = g(), b = g();
a.return('r').then(() => console.log('return'));
b.next().then(() => console.log('next'));
let p = Promise.resolve();
for (let i = 1; i <= 3; i++) p = p.then(() => console.log('tick', i));
