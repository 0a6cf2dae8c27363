// A frame comes after all microtasks and before a timer of a long delay.
setTimeout(() => console.log('timer 400'), 400);
requestAnimationFrame(() => console.log('frame'));
Promise.resolve().then(() => console.log('reaction')).then(() => console.log('second reaction'));
console.log('sync');
