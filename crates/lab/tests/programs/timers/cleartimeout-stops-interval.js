// The functions clearTimeout and clearInterval stop timers of either kind.
const i = setInterval(() => console.log('never'), 10);
const t = setTimeout(() => console.log('never'), 10);
clearTimeout(i);
clearInterval(t);
setTimeout(() => console.log('both stopped'), 60);
