// Leaving a for-of loop by break runs the finally of the generator before the loop is left.
function* g() { try { yield 1; yield 2; yield 3; } finally { console.log('closed'); } }
for (const v of g()) { console.log(v); if (v === 2) break; }
console.log('after loop');
