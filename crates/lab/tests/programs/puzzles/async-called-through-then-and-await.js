// An async function used as a handler of then delays the next link by its own adoption.
const work = async n => { console.log('work', n); await null; console.log('worked', n); return n; };
Promise.resolve(1).then(work).then(n => console.log('chain got', n));
(async () => console.log('await got', await work(2)))();
let p = Promise.resolve();
for (let i = 1; i <= 6; i++) p = p.then(() => console.log('tick', i));
