// A listener that throws is reported at once and the next listeners are still called.
addEventListener('error', e => { e.preventDefault(); console.log('reported', e.error.message); });
const t = new EventTarget();
t.addEventListener('x', () => { throw new Error('first'); });
t.addEventListener('x', () => console.log('second'));
try { t.dispatchEvent(new Event('x')); console.log('no exception here'); } catch (e) { console.log('never'); }
