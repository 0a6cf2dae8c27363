// A timer that throws does not prevent the others or the rounds of an interval.
addEventListener('error', e => { e.preventDefault(); console.log('reported', e.error.message); });
let n = 0;
const id = setInterval(() => { if (++n === 2) clearInterval(id); throw new Error('round ' + n); }, 30);
setTimeout(() => console.log('timer'), 200);
