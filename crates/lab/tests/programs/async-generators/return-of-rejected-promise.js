// Calling return with a rejected promise throws it at the waiting yield.
async function* g() { try { yield 1; } catch (e) { console.log('inside', e); return 'handled'; } }
const it = g();
it.next().then(() => it.return(Promise.reject('bad'))).then(r => console.log(r.value), e => console.log('outside', e));
