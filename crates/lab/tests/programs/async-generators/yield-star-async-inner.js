// Delegating to another async generator adds ticks compared with yielding directly.
async function* inner() { yield 'x'; }
async function* outer() { yield* inner(); }
inner().next().then(r => console.log('direct', r.value));
outer().next().then(r => console.log('delegated', r.value));
let p = Promise.resolve();
for (let i = 1; i <= 6; i++) p = p.then(() => console.log('tick', i));
