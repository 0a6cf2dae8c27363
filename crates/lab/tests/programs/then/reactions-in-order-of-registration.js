// Reactions upon one settled promise run in the order in which they were added.
const p = Promise.resolve();
p.then(() => console.log('first'));
p.finally(() => console.log('second'));
p.then(() => console.log('third'));
