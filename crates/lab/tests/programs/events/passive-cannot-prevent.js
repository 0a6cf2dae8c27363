// In a passive listener preventDefault has no effect, but it has in the listener after it.
const t = new EventTarget();
t.addEventListener('x', e => { e.preventDefault(); console.log('passive', e.defaultPrevented); }, { passive: true });
t.addEventListener('x', e => { e.preventDefault(); console.log('active', e.defaultPrevented); });
console.log(t.dispatchEvent(new Event('x', { cancelable: true })));
