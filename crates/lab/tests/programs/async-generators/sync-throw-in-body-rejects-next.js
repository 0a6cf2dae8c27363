// An exception in the body rejects the promise of that next, and the following one gives done.
async function* g() { console.log('body'); throw 'bad'; }
const it = g();
it.next().catch(e => console.log('rejected', e));
it.next().then(r => console.log(r.done ? 'done' : 'open'));
console.log('sync');
