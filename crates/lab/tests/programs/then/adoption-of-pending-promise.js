// The reactions of an adopter run after those of the promise that it adopts, even after one added last.
let settle;
const inner = new Promise(r => { settle = r; });
const outer = new Promise(r => r(inner));
outer.then(() => console.log('outer'));
inner.then(() => console.log('inner, added at once'));
queueMicrotask(() => { inner.then(() => console.log('inner, added in a microtask')); settle(); console.log('settled'); });
