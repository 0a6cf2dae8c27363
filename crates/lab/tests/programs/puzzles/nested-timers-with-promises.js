// Nested timers of no delay form generations, each with its microtasks in between.
setTimeout(() => { console.log('A'); setTimeout(() => console.log('A child'), 0); Promise.resolve().then(() => console.log('A reaction')); }, 0);
Promise.resolve().then(() => { console.log('reaction'); setTimeout(() => console.log('C from reaction'), 0); });
setTimeout(() => { console.log('B'); queueMicrotask(() => { console.log('B microtask'); setTimeout(() => console.log('B grandchild'), 0); }); }, 0);
console.log('script');
