// Timers of equal delay run in the order of their creation.
for (const n of ['a', 'b', 'c']) setTimeout(() => console.log(n), 20);
console.log('sync');
