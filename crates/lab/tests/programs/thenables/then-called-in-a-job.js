// Resolving with a thenable reads then at once but calls it in a job.
const t = { then(ok) { console.log('then runs'); ok('value'); } };
new Promise(r => { r(t); console.log('resolve returned'); }).then(v => console.log(v));
queueMicrotask(() => console.log('queued'));
