// With return await the outer promise is resolved with a value, which saves a tick against returning the promise.
async function bare() { return Promise.resolve(); }
async function awaited() { return await Promise.resolve(); }
bare().then(() => console.log('bare return'));
awaited().then(() => console.log('return await'));
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
