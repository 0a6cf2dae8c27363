// A rejection that gets its handler in a later microtask of the same turn is not announced.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('never'); });
const p = Promise.reject('in time');
Promise.resolve().then(() => {}).then(() => {}).then(() => p.catch(e => console.log('handled', e)));
setTimeout(() => console.log('quiet'), 80);
