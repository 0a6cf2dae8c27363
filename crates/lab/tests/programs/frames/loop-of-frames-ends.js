// A loop of frames that asks for itself five times is ended by not asking again.
let n = 0;
requestAnimationFrame(function step() { console.log('frame', ++n); if (n < 5) requestAnimationFrame(step); else console.log('enough'); });
console.log('asked');
