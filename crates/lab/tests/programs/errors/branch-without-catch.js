// A catch on one branch does not cover the other branch of the same promise.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason, e.promise === bare); });
const p = Promise.reject('r');
p.catch(e => console.log('caught', e));
const bare = p.then(() => {});
