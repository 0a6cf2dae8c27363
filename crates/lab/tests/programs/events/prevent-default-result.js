// The dispatchEvent call tells whether a cancelable event was prevented.
const t = new EventTarget();
t.addEventListener('x', e => { e.preventDefault(); console.log('prevented', e.defaultPrevented); });
console.log(t.dispatchEvent(new Event('x', { cancelable: true })));
console.log(t.dispatchEvent(new Event('x')));
