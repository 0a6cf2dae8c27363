// The script runs first, then all microtasks in order, and only then the timers.
console.log('script 1');
setTimeout(() => { console.log('timer'); Promise.resolve().then(() => console.log('reaction in timer')); }, 0);
Promise.resolve().then(() => console.log('reaction 1')).then(() => console.log('reaction 2'));
(async () => { console.log('async 1'); await null; console.log('async 2'); })();
queueMicrotask(() => console.log('microtask'));
console.log('script 2');
