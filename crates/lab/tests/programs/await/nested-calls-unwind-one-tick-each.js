// Each level of awaiting async functions adds one tick to the way back.
async function level(n) {
  if (n > 0) await level(n - 1);
  console.log('level', n);
}
level(3);
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
