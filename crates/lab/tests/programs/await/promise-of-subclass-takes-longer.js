// Awaiting a promise of a subclass wraps it first, which costs two ticks more than a plain promise.
class Mine extends Promise {}
const mine = Mine.resolve('mine'), plain = Promise.resolve('plain');
(async () => { console.log(await mine); })();
(async () => { console.log(await plain); })();
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
