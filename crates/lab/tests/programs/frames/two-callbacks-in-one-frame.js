// Two callbacks asked for in one turn run in the same frame in order and see the same time.
let t1;
requestAnimationFrame(t => { t1 = t; console.log('first', typeof t); });
requestAnimationFrame(t => console.log('second', t === t1));
console.log('sync');
