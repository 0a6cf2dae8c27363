// An async function that returns a promise settles three ticks later, because the promise is adopted.
async function inner() { return Promise.resolve('promise'); }
(async () => { console.log('got', await inner()); })();
let p = Promise.resolve();
for (let i = 1; i <= 5; i++) p = p.then(() => console.log('tick', i));
