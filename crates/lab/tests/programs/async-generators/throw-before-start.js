// Calling throw before the start rejects without running the body, and the generator is finished.
async function* g() { console.log('body'); yield 1; }
const it = g();
it.throw('early').catch(e => console.log('rejected', e));
it.next().then(r => console.log(r.done ? 'done' : 'open'));
console.log('sync');
