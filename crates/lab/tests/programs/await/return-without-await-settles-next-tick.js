// The reactions of an async function that never awaits still run in a job after the caller.
async function f() { console.log('in f'); return 'r'; }
const p = f();
p.then(v => console.log('then', v));
queueMicrotask(() => console.log('queued after'));
console.log('caller');
