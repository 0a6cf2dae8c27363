// An element that is read by its key can end any statement and any expression.
const list = [1, 2, 3], keys = ['a', 'b'], map = { a: 10, b: 20 };
let last = list[list.length - 1]
const pick = (k) => map[k]
console.log(last, pick(keys[0]), -list[0], last ? list[1] : list[2])
let sum = 0
for (const k of keys) sum += map[k]
if (sum > 20) last = list[0]; else last = list[1]
while (list[last]) last++
console.log(sum, last, `${map[keys[1]]}`)
const f = async () => await [Promise.resolve(7)][0]
console.log(await (f()))
switch (list[0]) { case list[0]: console.log('case'); break; default: console.log('default') }
