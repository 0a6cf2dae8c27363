// Microtasks run between two listeners of one message, since no script is running there.
const { port1, port2 } = new MessageChannel();
port2.addEventListener('message', () => { console.log('listener 1'); queueMicrotask(() => console.log('microtask 1')); });
port2.addEventListener('message', () => { console.log('listener 2'); queueMicrotask(() => console.log('microtask 2')); port2.close(); });
port2.start();
port1.postMessage('x');
