// A yielded plain value is awaited, so its result arrives after two ticks.
async function* g() { yield 'a'; }
g().next().then(r => console.log(r.value));
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
