// A Promise.all at top level lets the replies overlap.
const say = x => (console.log(x), x);
const [x, y] = await Promise.all([reply(100, 'x').then(say), reply(30, 'y').then(say)]);
console.log('both', x, y);
