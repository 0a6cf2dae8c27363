// Rounds of an interval that fall into a long computation are not made up for one after another.
let n = 0;
const id = setInterval(() => { console.log('round', ++n); if (n === 2) clearInterval(id); }, 100);
setTimeout(() => console.log('timer made after it'), 150);
busy(350);
console.log('computation over');
