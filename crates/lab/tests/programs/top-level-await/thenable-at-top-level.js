// A thenable awaited at top level is called in a job between other microtasks.
let p = Promise.resolve();
for (let i = 1; i <= 3; i++) p = p.then(() => console.log('tick', i));
console.log(await { then(ok) { console.log('then'); ok('thenable'); } });
console.log('end');
