// An async function runs synchronously as far as its first await, and its caller goes on after that.
async function f() {
  console.log('in f');
  for (let i = 0; i < 2; i++) console.log('loop', i);
  await 0;
  console.log('f again');
}
console.log('start');
f();
console.log('back in caller');
