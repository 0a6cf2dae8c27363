// Messages of a port arrive in order, each from a task of its own after the script and its microtasks.
const { port1, port2 } = new MessageChannel();
port2.onmessage = e => { console.log('message', e.data); if (e.data === 3) port2.close(); };
for (const n of [1, 2, 3]) port1.postMessage(n);
Promise.resolve().then(() => console.log('reaction'));
console.log('sync');
