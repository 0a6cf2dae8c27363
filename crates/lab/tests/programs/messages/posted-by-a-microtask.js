// A message posted by a microtask comes behind one that the script itself posted on the same port.
const { port1, port2 } = new MessageChannel();
port2.onmessage = e => { console.log(e.data); if (e.data === 'from microtask') port2.close(); };
queueMicrotask(() => port1.postMessage('from microtask'));
port1.postMessage('from script');
console.log('sync');
