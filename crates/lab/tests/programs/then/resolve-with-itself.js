// A promise that is resolved with itself is rejected with a TypeError.
let r;
const p = new Promise(resolve => { r = resolve; });
r(p);
p.catch(e => console.log(e instanceof TypeError, e.name));
queueMicrotask(() => console.log('queued'));
console.log('sync');
