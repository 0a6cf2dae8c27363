// A handler that throws does not prevent the next message.
addEventListener('error', e => { e.preventDefault(); console.log('reported', e.error.message); });
const { port1, port2 } = new MessageChannel();
port2.onmessage = e => { if (e.data === 1) throw new Error('first'); console.log('message', e.data); port2.close(); };
port1.postMessage(1);
port1.postMessage(2);
