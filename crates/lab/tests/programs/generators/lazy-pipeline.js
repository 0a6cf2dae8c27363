// Generators put one into another pass on each value as it is asked for and not in bulk.
function* source() { for (let i = 1; i <= 4; i++) { console.log('source', i); yield i; } }
function* map(it) { for (const v of it) { console.log('map', v); yield v * 10; } }
function* take(it, n) { for (const v of it) { yield v; if (--n === 0) return; } }
for (const v of take(map(source()), 2)) console.log('out', v);
