// A callback asked for inside a frame does not run in that frame.
let now;
requestAnimationFrame(t => { now = t; console.log('a'); requestAnimationFrame(u => console.log('nested later', u > now)); });
requestAnimationFrame(t => console.log('b', t === now));
