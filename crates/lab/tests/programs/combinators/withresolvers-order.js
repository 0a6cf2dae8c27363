// Promise.withResolvers gives functions that settle from outside, with reactions still in a later job.
const { promise, resolve, reject } = Promise.withResolvers();
promise.then(v => console.log('reaction', v));
console.log('before');
resolve('first'); reject('second');
console.log('after');
