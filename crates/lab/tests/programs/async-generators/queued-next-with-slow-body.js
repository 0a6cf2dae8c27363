// Queued calls wait while the generator awaits something slow, and keep their order.
async function* g() { yield await reply(80, 'slow'); yield 'quick'; }
const it = g();
it.next().then(r => console.log(r.value));
it.next().then(r => console.log(r.value));
it.next().then(r => console.log(r.done ? 'done' : 'open'));
setTimeout(() => console.log('timer 20'), 20);
