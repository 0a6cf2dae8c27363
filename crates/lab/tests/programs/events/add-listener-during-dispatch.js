// A listener added to the same target during a dispatch is not called until the next event.
const t = new EventTarget();
let n = 0;
t.addEventListener('x', () => { console.log('old'); if (!n++) t.addEventListener('x', () => console.log('new')); });
t.dispatchEvent(new Event('x'));
console.log('again');
t.dispatchEvent(new Event('x'));
