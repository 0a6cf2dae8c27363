// A timer that was cleared never runs, and clearing it again or clearing nonsense does no harm.
const id = setTimeout(() => console.log('never'), 10);
clearTimeout(id); clearTimeout(id); clearTimeout(undefined); clearTimeout(-1);
setTimeout(() => console.log('other'), 60);
console.log('cleared');
