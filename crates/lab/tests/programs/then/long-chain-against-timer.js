// A chain of a hundred links ends before a timer of no delay.
setTimeout(() => console.log('timer'), 0);
let p = Promise.resolve(0);
for (let i = 0; i < 100; i++) p = p.then(n => n + 1);
p.then(n => console.log('links', n));
console.log('sync');
