// Promise.all of settled promises needs one tick more than a single one of them.
const a = Promise.resolve(1), b = Promise.resolve(2);
Promise.all([a, b]).then(() => console.log('all'));
a.then(() => console.log('a'));
b.then(() => console.log('b')).then(() => console.log('b next')).then(() => console.log('b last'));
