// Several chains that branch from one promise advance in step.
const root = Promise.resolve('r');
const left = root.then(() => console.log('left'));
const right = root.then(() => console.log('right'));
right.then(() => console.log('right child'));
left.then(() => console.log('left child'));
root.then(() => console.log('third'));
