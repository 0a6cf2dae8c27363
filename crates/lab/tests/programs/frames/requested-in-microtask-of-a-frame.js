// A callback asked for by a microtask within a frame also waits for the next frame.
let now;
requestAnimationFrame(t => { now = t; queueMicrotask(() => { console.log('microtask'); requestAnimationFrame(u => console.log('next frame', u > now)); }); });
requestAnimationFrame(() => console.log('same frame'));
