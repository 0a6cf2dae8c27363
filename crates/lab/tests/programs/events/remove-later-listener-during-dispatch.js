// A listener that is removed by an earlier one is not called in the same dispatch.
const t = new EventTarget();
const second = () => console.log('never');
t.addEventListener('x', () => { console.log('first'); t.removeEventListener('x', second); });
t.addEventListener('x', second);
t.addEventListener('x', () => console.log('third'));
t.dispatchEvent(new Event('x'));
