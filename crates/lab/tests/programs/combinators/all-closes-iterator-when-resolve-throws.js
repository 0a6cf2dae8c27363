// If resolving an item throws, Promise.all closes the iterator and rejects.
const items = { [Symbol.iterator]() {
  return { next() { console.log('next'); return { value: 1, done: false }; }, return() { console.log('return'); return {}; } };
} };
class P extends Promise { static resolve() { throw 'cannot resolve'; } }
P.all(items).catch(e => console.log('rejected', e));
console.log('sync');
