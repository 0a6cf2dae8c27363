// With addEventListener the messages wait until start is called.
const { port1, port2 } = new MessageChannel();
port2.addEventListener('message', e => { console.log('message', e.data); port2.close(); });
port1.postMessage('early');
setTimeout(() => { console.log('starting'); port2.start(); console.log('started'); }, 60);
