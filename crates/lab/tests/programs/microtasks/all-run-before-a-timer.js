// Microtasks that keep queueing more all run before a timer of no delay.
setTimeout(() => console.log('timer'), 0);
let n = 0;
(function again() { if (++n < 1000) queueMicrotask(again); else console.log('microtasks', n); })();
console.log('sync', n);
