// A finally handler that returns a pending promise holds the chain back.
Promise.resolve('value').finally(() => { console.log('cleaning'); return reply(80, 'ignored').then(() => console.log('cleaned')); }).then(v => console.log(v));
setTimeout(() => console.log('timer 30'), 30);
