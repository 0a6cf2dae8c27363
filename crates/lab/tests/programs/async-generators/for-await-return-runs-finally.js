// A return out of a for await loop settles the function only after the generator has been closed.
async function* g() { try { yield 'v'; } finally { await reply(30); console.log('generator closed'); } }
async function f() { for await (const v of g()) return v; }
f().then(v => console.log('f gave', v));
console.log('sync');
