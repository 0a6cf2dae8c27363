// Microtasks of one frame callback run before the next callback of the same frame.
requestAnimationFrame(() => { console.log('first'); Promise.resolve().then(() => console.log('reaction')); queueMicrotask(() => console.log('microtask')); });
requestAnimationFrame(() => console.log('second'));
