// Await of a native promise does not call a then that was put upon the promise itself.
const p = Promise.resolve('real');
p.then = function () { console.log('own then called'); return Promise.prototype.then.apply(this, arguments); };
(async () => { console.log('await', await p); })();
Promise.resolve(p).then(v => console.log('direct', v));
console.log('sync');
