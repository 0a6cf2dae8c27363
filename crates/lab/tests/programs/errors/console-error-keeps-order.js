// Writing by console.error and console.warn changes nothing in the order of what follows.
Promise.resolve().then(() => { console.warn('a warning'); console.log('reaction'); });
console.error('an error message');
console.log('sync');
