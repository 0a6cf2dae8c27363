// An interval that clears itself in its third round does not run again.
let n = 0;
const id = setInterval(() => { console.log('round', ++n); if (n === 3) clearInterval(id); }, 20);
setTimeout(() => console.log('end'), 250);
