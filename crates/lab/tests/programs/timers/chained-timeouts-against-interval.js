// A chain of timeouts and an interval of a longer period run side by side in the order of their times.
let n = 0;
(function step() { console.log('step', n); if (n++ < 2) setTimeout(step, 100); })();
let m = 0;
const id = setInterval(() => { console.log('interval', m); if (m++ === 1) clearInterval(id); }, 150);
setTimeout(() => console.log('end'), 400);
