// Leaving a for await loop by break waits for the finally of the generator.
async function* g() { try { yield 1; yield 2; } finally { console.log('closing'); await null; console.log('closed'); } }
(async () => { for await (const v of g()) { console.log('value', v); break; } console.log('after loop'); })();
console.log('sync');
