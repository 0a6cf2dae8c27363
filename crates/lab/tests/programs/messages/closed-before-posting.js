// Nothing arrives at a port that was closed before the message was posted.
const { port1, port2 } = new MessageChannel();
port2.onmessage = () => console.log('never');
port2.close();
port1.postMessage('lost');
setTimeout(() => console.log('nothing came'), 100);
