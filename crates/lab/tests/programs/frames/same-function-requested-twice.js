// One function asked for twice runs twice in the frame with different ids.
let n = 0;
const f = () => console.log('call', ++n);
const a = requestAnimationFrame(f), b = requestAnimationFrame(f);
console.log('different ids', a !== b);
