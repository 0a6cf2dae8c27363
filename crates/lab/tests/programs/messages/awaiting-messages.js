// Awaiting one message at a time with a new handler for each works, because every message is a task.
const { port1, port2 } = new MessageChannel();
const next = () => new Promise(r => { port2.onmessage = e => r(e.data); });
(async () => { console.log(await next()); console.log(await next()); console.log(await next()); port2.close(); })();
for (const m of ['a', 'b', 'c']) port1.postMessage(m);
console.log('posted');
