// After an await in a listener the event is over, so preventDefault no longer changes the result.
const t = new EventTarget();
t.addEventListener('x', async e => { await null; e.preventDefault(); console.log('too late'); });
console.log('not prevented', t.dispatchEvent(new Event('x', { cancelable: true })));
