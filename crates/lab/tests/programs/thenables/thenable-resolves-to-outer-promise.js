// A thenable that resolves with the promise that waits for it makes a TypeError.
const p = new Promise(r => r({ then(ok) { console.log('then'); ok(p); } }));
p.catch(e => console.log(e.name));
console.log('sync');
