// A while loop whose condition awaits gives way before every round, and once more at the end.
let n = 2;
(async () => {
  while (await n) { console.log('round', n); n--; }
  console.log('left');
})();
let p = Promise.resolve();
for (let i = 1; i <= 4; i++) p = p.then(() => console.log('tick', i));
