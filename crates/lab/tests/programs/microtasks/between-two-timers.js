// Microtasks of one timer run before the next timer, although both are due.
setTimeout(() => { console.log('timer 1'); queueMicrotask(() => console.log('microtask of 1')); }, 0);
setTimeout(() => { console.log('timer 2'); queueMicrotask(() => console.log('microtask of 2')); }, 0);
busy(30);
