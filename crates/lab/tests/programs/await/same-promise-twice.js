// Awaiting a settled promise a second time costs another tick.
const p = Promise.resolve('x');
(async () => {
  await p; console.log('first');
  await p; console.log('second');
})();
(async () => { await p; console.log('other'); })();
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2'));
