// A callback can cancel a later one of the same frame.
let second;
requestAnimationFrame(() => { console.log('first'); cancelAnimationFrame(second); });
second = requestAnimationFrame(() => console.log('never'));
requestAnimationFrame(() => console.log('third'));
