// A return in finally replaces an exception, in plain and async functions alike.
function f() { try { throw 'lost'; } finally { return 'f returned'; } }
async function g() { try { await Promise.reject('lost'); } finally { return 'g returned'; } }
g().then(v => console.log(v), e => console.log('rejected', e));
console.log(f());
