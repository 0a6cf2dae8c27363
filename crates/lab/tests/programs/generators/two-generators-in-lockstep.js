// Two generators driven alternately keep their own places.
function* count(label, n) { for (let i = 1; i <= n; i++) { console.log(label, 'works', i); yield i; } }
const a = count('a', 2), b = count('b', 3);
let x, y;
do { x = a.next(); y = b.next(); console.log('round', String(x.value), String(y.value)); } while (!y.done);
