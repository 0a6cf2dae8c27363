// A timer of no delay that was made first runs before one of a millisecond made later.
setTimeout(() => console.log('zero'), 0);
setTimeout(() => console.log('one'), 1);
Promise.resolve().then(() => console.log('microtask'));
