// One function queued twice runs twice.
let n = 0;
const f = () => console.log('run', ++n);
queueMicrotask(f);
queueMicrotask(f);
console.log('sync', n);
