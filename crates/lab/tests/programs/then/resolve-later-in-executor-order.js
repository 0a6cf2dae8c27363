// Waiters run in the order in which their promises were resolved and not in the order of creation.
const hold = [];
for (const n of ['a', 'b', 'c']) new Promise(r => hold.push(r)).then(() => console.log(n));
hold[2](); hold[0](); hold[1]();
console.log('resolved c, a, b');
