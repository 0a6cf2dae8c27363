// A message is delivered before a timer of a longer delay.
const { port1, port2 } = new MessageChannel();
setTimeout(() => console.log('timer'), 100);
port2.onmessage = () => { console.log('message'); port2.close(); };
port1.postMessage('');
