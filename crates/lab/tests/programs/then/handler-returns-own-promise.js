// A handler that returns the very promise that it decides rejects it with a TypeError.
const p = Promise.resolve().then(() => { console.log('handler'); return p; });
p.then(() => console.log('fulfilled'), e => console.log('rejected', e.name));
