// A throw in finally replaces a return value that has already been awaited.
async function f() { try { return await 'value'; } finally { console.log('finally'); throw 'replaced'; } }
f().then(v => console.log('value', v), e => console.log('rejected', e));
console.log('sync');
