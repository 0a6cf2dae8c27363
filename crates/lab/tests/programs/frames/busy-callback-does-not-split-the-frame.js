// A long callback does not move the other callbacks of its frame to a later frame.
let t1;
requestAnimationFrame(t => { t1 = t; busy(60); console.log('long'); });
requestAnimationFrame(t => console.log('same frame', t === t1));
