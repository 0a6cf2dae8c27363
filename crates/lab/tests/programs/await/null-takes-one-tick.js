// Awaiting null gives way to exactly one round of promise reactions.
async function f() {
  console.log('before');
  await null;
  console.log('after null');
}
Promise.resolve().then(() => console.log('earlier'));
f();
Promise.resolve().then(() => console.log('later')).then(() => console.log('second'));
console.log('end');
