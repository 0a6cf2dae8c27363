// Promise.resolve gives back a native promise as it is but wraps a promise of a subclass.
class Sub extends Promise {}
const p = Promise.resolve(1), s = Sub.resolve(2);
console.log('same', Promise.resolve(p) === p);
console.log('sub wrapped', Promise.resolve(s) === s);
console.log('sub same', Sub.resolve(s) === s);
console.log('plain into sub', Sub.resolve(p) === p, Sub.resolve(p) instanceof Sub);
