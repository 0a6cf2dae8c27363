// A microtask between two callbacks of a frame can cancel the second.
let second;
requestAnimationFrame(() => { console.log('first'); queueMicrotask(() => { console.log('microtask'); cancelAnimationFrame(second); }); });
second = requestAnimationFrame(() => console.log('never'));
requestAnimationFrame(() => console.log('third'));
