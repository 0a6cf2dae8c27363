// Two ports of a channel that answer each other alternate.
const { port1, port2 } = new MessageChannel();
port1.onmessage = e => { console.log('one got', e.data); if (e.data < 4) port1.postMessage(e.data + 1); else port1.close(); };
port2.onmessage = e => { console.log('two got', e.data); port2.postMessage(e.data + 1); };
port1.postMessage(1);
