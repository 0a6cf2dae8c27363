// Top-level awaits of replies run one after another while timers go on.
setTimeout(() => console.log('timer 60'), 60);
setTimeout(() => console.log('timer 180'), 180);
console.log(await reply(120, 'first'));
console.log(await reply(120, 'second'));
