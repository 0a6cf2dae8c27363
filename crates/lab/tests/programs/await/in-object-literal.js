// Keys and values of an object literal are evaluated in order even when each one awaits.
const say = x => (console.log('eval', x), x);
(async () => {
  const o = { [await say('k1')]: await say('v1'), [say('k2')]: await say('v2') };
  console.log(Object.keys(o).join(), Object.values(o).join());
})();
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2')).then(() => console.log('tick 3'));
