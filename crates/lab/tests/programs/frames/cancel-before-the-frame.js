// A cancelled callback is not called, and cancelling nonsense does no harm.
const id = requestAnimationFrame(() => console.log('never'));
cancelAnimationFrame(id); cancelAnimationFrame(id); cancelAnimationFrame(0);
requestAnimationFrame(() => console.log('kept'));
