// A long timer callback holds the next one up but does not change the order.
setTimeout(() => { busy(120); console.log('long one'); }, 10);
setTimeout(() => console.log('due at 60'), 60);
setTimeout(() => console.log('due at 100'), 100);
