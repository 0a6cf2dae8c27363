// Yielding a rejected promise throws at the yield, where the generator itself can catch it.
async function* g() { try { yield Promise.reject('r'); } catch (e) { console.log('inside', e); yield 'recovered'; } }
g().next().then(r => console.log(r.value), e => console.log('outside', e));
console.log('sync');
