// A microtask can clear a timer that is already due.
const id = setTimeout(() => console.log('never'), 0);
busy(20);
queueMicrotask(() => { clearTimeout(id); console.log('cleared'); });
setTimeout(() => console.log('other timer'), 60);
