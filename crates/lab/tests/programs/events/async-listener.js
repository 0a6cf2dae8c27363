// An async listener runs up to its first await, and dispatchEvent does not wait for the rest.
const t = new EventTarget();
t.addEventListener('x', async e => { console.log('begin', e.eventPhase); await null; console.log('rest', e.eventPhase); });
t.addEventListener('x', () => console.log('other'));
t.dispatchEvent(new Event('x'));
console.log('after');
