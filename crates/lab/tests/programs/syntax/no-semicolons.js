// Where lines end without semicolons, statements end as the language says.
let n = 0
const add = (by) => { n += by; return add }
add(1)
(2)
let x = n
;[3, 4].forEach((it) => add(it))
do n++
while (n < 12)
label: for (const a of [1, 2]) for (const b of [1, 2]) { if (b === 2) continue label; console.log(a, b) }
console.log(x, n)
const re = n / 2 / 3
console.log(re > 1, /a\/b/g.test('a/b'))
