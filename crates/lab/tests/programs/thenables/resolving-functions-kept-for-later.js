// The functions given to a thenable keep working after its then has returned, but only once.
let keep;
Promise.resolve({ then(ok, no) { keep = { ok, no }; console.log('kept'); } }).then(v => console.log('got', v), e => console.log('not', e));
setTimeout(() => { keep.no('reason'); keep.ok('value'); console.log('both called'); }, 20);
