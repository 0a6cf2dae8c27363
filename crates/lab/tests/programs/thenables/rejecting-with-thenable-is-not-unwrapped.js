// A thenable given as the reason of a rejection is passed on without being called.
const t = { then() { console.log('never called'); } };
Promise.resolve({ then(ok, no) { no(t); } }).catch(e => console.log('same', e === t));
Promise.resolve().then(() => { throw t; }).catch(e => console.log('thrown same', e === t));
