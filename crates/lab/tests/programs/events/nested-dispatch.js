// An event dispatched inside a listener is finished before the outer dispatch goes on.
const t = new EventTarget();
t.addEventListener('a', () => { console.log('a1 begins'); t.dispatchEvent(new Event('b')); console.log('a1 ends'); });
t.addEventListener('a', () => console.log('a2'));
t.addEventListener('b', () => console.log('b'));
t.dispatchEvent(new Event('a'));
