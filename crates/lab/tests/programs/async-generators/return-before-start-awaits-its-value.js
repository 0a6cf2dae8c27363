// Calling return before the start skips the body but still awaits the value that was given.
async function* g() { console.log('body'); yield 1; }
const it = g();
it.return(reply(30, 'awaited')).then(r => console.log(r.value, r.done ? 'done' : 'open'));
it.next().then(r => console.log('next', r.done ? 'done' : 'open'));
console.log('sync');
