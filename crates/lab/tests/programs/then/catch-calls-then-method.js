// The methods catch and finally call the then of the object on which they are used.
const p = Promise.resolve('x');
p.then = function (a, b) { console.log('then', typeof a, typeof b); return Promise.prototype.then.call(this, a, b); };
p.catch(() => {});
p.finally(() => {});
console.log('end');
