// A return that is queued behind a next takes effect at the yield which that next reaches.
async function* g() { try { console.log('start'); yield 1; console.log('never'); } finally { console.log('finally'); } }
const it = g();
it.next().then(r => console.log('next', r.value));
it.return('R').then(r => console.log('return', r.value, r.done ? 'done' : 'open'));
it.next().then(r => console.log('after', String(r.value)));
console.log('sync');
