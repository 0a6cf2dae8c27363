// Timers run in the order of their delays and not of their creation.
setTimeout(() => console.log('150'), 150);
setTimeout(() => console.log('10'), 10);
setTimeout(() => console.log('80'), 80);
