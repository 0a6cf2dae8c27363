// Arrows, defaults, destructuring and closures over loops keep their meaning.
const curry = (a) => (b) => ({ sum: a + b, async go() { return this.sum } });
const { sum, ...others } = curry(1)(2);
console.log(sum, Object.keys(others).join());
curry(3)(4).go().then(console.log);
const all = [];
for (let i = 0; i < 3; i++) all.push(() => i);
console.log(all.map((f) => f()).join());
function outer({ a = 1, b: [c = 2, d] = [] } = {}, e = () => a + c) { return [a, c, d, e()].join() }
console.log(outer(), outer({ a: 5, b: [6, 7] }));
const o = { get x() { return 1 }, set x(v) { console.log('set', v) }, async *gen() { yield await 9 } };
o.x = o?.x + (o.y?.z ?? 2);
for await (const it of o.gen()) console.log(it);
var hoisted = typeof later; function later() {}
console.log(hoisted, (() => { try { return tdz } catch (e) { return e.name } let tdz })());
