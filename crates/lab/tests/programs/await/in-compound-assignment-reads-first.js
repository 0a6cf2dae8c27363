// A compound assignment reads its variable before the await and so loses an update made meanwhile.
let total = 0;
async function add(n) { total += await n; console.log('total', total); }
add(1);
add(10);
total = 100;
console.log('sync', total);
