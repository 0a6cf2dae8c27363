// The arguments and this of an async function are the same after an await.
async function f(a) { arguments[1] = 'changed'; await null; console.log(arguments.length, a, arguments[1], this.tag); }
f.call({ tag: 'one' }, 'x', 'y');
f.call({ tag: 'two' }, 'z');
console.log('sync');
