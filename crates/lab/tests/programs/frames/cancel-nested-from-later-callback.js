// A callback cancels what an earlier callback of the same frame asked for the next one.
let nested;
requestAnimationFrame(() => { console.log('asks'); nested = requestAnimationFrame(() => console.log('never')); });
requestAnimationFrame(() => { console.log('cancels'); cancelAnimationFrame(nested); });
setTimeout(() => console.log('end'), 400);
