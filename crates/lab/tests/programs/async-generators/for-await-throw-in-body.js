// An error in the body closes the generator first, and an error of the closing is dropped.
async function* g() { try { yield 1; } finally { console.log('closing'); throw 'from finally'; } }
(async () => { try { for await (const v of g()) { console.log('body'); throw 'from body'; } } catch (e) { console.log('caught', e); } })();
