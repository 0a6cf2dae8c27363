// A for await loop at top level reads an async generator before the rest of the module runs.
async function* g() { yield 1; await null; yield 2; }
for await (const v of g()) console.log('value', v);
console.log('rest');
