// Promise.allSettled settles in the same tick as Promise.all of the same promises.
const ps = [Promise.resolve(1), Promise.resolve(2)];
Promise.allSettled(ps).then(() => console.log('allSettled'));
Promise.all(ps).then(() => console.log('all'));
let p = Promise.resolve();
for (let i = 1; i <= 3; i++) p = p.then(() => console.log('tick', i));
