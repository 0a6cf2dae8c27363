// A timer that a microtask makes runs after one of equal delay that the script made below it.
Promise.resolve().then(() => setTimeout(() => console.log('made by the microtask'), 20));
setTimeout(() => console.log('made by the script'), 20);
console.log('sync');
