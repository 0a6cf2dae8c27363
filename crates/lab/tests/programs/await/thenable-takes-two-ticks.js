// Awaiting a thenable calls its then in a job of its own, so it takes longer than a native promise.
const thenable = { then(resolve) { console.log('then called'); resolve('T'); } };
(async () => { console.log('got', await thenable); })();
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
console.log('sync');
