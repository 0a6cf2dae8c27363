// Arguments to the left of an await are evaluated before it and those to the right after it.
const say = x => (console.log('eval', x), x);
async function f() {
  const sum = (a, b, c) => a + b + c;
  console.log(sum(say('a'), await say('b'), say('c')));
}
f();
console.log('caller');
