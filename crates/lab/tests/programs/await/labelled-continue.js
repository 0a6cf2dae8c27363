// A labelled continue after an await leaves the inner loop and keeps the turn-taking going.
(async () => {
  outer: for (let i = 0; i < 2; i++)
    for (let j = 0; j < 3; j++) {
      if (await (j === 1)) continue outer;
      console.log(i, j);
    }
  console.log('end of loops');
})();
let p = Promise.resolve();
for (let i = 1; i <= 5; i++) p = p.then(() => console.log('tick', i));
