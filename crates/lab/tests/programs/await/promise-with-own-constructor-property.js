// A promise whose constructor property is something else is treated like a thenable by await.
const p = Promise.resolve('odd');
p.constructor = Object;
(async () => { console.log('got', await p); })();
let q = Promise.resolve();
for (let i = 1; i <= 4; i++) q = q.then(() => console.log('tick', i));
