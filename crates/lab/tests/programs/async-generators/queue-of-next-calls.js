// Several calls of next without waiting are queued and answered in order.
async function* g() { for (let i = 1; i <= 3; i++) { console.log('making', i); yield i; } }
const it = g();
for (let i = 0; i < 4; i++) it.next().then(r => console.log(r.done ? 'done' : 'got ' + r.value));
console.log('four asked');
