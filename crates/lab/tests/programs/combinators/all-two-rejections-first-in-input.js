// Of two promises already rejected the earlier one in the input decides Promise.all.
const x = Promise.reject('x'), y = Promise.reject('y');
Promise.all([1, y, x]).catch(e => console.log('all', e));
Promise.all([x, y]).catch(e => console.log('all', e));
