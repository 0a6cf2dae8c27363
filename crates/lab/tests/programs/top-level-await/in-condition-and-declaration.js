// Awaits at top level may stand in declarations, conditions and nested blocks.
const { a, b = await 'default b' } = await { a: 'a' };
console.log(a, b);
if (await Promise.resolve(true)) { let c = await reply(20, 'in block'); console.log(c); }
console.log(await (async () => 'last')());
