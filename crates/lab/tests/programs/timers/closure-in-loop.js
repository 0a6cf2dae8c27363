// With var a loop of timers sees the last value, with let each its own.
for (var i = 0; i < 2; i++) setTimeout(() => console.log('var', i), 10);
for (let j = 0; j < 2; j++) setTimeout(() => console.log('let', j), 10);
