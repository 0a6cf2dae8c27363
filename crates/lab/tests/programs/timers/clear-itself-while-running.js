// Clearing a timer from within its own callback does no harm.
const id = setTimeout(() => { clearTimeout(id); console.log('still running'); }, 10);
setTimeout(() => console.log('next'), 60);
