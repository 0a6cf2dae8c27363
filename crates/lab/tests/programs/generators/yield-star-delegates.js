// With yield* values and results of next go straight to the inner generator, whose return value is the result.
function* inner() { console.log('sent', yield 'i1'); console.log('sent', yield 'i2'); return 'inner result'; }
function* outer() { yield 'o1'; const r = yield* inner(); console.log('got', r); yield 'o2'; }
const it = outer();
for (const v of ['-', 'a', 'b', 'c']) console.log(it.next(v).value);
