// A then on the prototype of numbers is not consulted, for only objects can be thenables.
Number.prototype.then = function () { console.log('never called'); };
Promise.resolve(5).then(v => console.log('value', v));
(async () => console.log('await', await 6))();
queueMicrotask(() => { delete Number.prototype.then; console.log('cleaned'); });
