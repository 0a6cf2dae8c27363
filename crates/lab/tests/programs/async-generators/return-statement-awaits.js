// A return statement in an async generator awaits its value, unlike that of an async function.
async function* gen() { return Promise.resolve('gen'); }
async function fun() { return Promise.resolve('fun'); }
gen().next().then(r => console.log(r.value));
fun().then(v => console.log(v));
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
