// A listener with once is removed before it runs, so it does not answer an event that it dispatches itself.
const t = new EventTarget();
t.addEventListener('x', () => { console.log('once'); t.dispatchEvent(new Event('x')); }, { once: true });
t.addEventListener('x', () => console.log('always'));
t.dispatchEvent(new Event('x'));
console.log('again');
t.dispatchEvent(new Event('x'));
