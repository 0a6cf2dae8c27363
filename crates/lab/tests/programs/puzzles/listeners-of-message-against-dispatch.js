// The same two listeners see microtasks between them for a real message but not for a dispatched one.
const { port1, port2 } = new MessageChannel();
for (const n of [1, 2]) port2.addEventListener('message', e => {
  console.log('listener', n, e.data === undefined ? 'dispatched' : 'real');
  queueMicrotask(() => console.log('microtask', n));
});
port2.start();
port2.dispatchEvent(new Event('message'));
console.log('script over');
port1.postMessage('data');
setTimeout(() => port2.close(), 100);
