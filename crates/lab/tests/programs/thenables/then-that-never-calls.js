// A thenable that never answers leaves the promise pending without holding anything else up.
Promise.resolve({ then() { console.log('silent'); } }).finally(() => console.log('never'));
Promise.resolve().then(() => console.log('other')).then(() => console.log('goes on'));
