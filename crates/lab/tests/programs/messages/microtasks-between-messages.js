// Microtasks of one message run before the next message although both are waiting.
const { port1, port2 } = new MessageChannel();
port2.onmessage = e => { console.log('message', e.data); Promise.resolve().then(() => console.log('reaction', e.data)); if (e.data === 'b') port2.close(); };
port1.postMessage('a');
port1.postMessage('b');
