// An await inside finally holds back a return that has already been evaluated.
async function f() {
  try { return (console.log('return evaluated'), 'value'); }
  finally { await null; console.log('finally 1'); await null; console.log('finally 2'); }
}
f().then(v => console.log('settled', v));
Promise.resolve().then(() => console.log('tick 1')).then(() => console.log('tick 2')).then(() => console.log('tick 3')).then(() => console.log('tick 4'));
