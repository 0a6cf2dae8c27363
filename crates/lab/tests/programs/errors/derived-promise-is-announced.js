// When a chain has no catch it is the last promise of the chain that is announced, once.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason, e.promise === last); });
const first = Promise.reject('r');
const last = first.then(() => {}).then(() => {});
console.log('sync');
