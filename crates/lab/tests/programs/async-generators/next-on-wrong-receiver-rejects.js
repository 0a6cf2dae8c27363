// Calling next on something that is no async generator rejects instead of throwing.
async function* g() {}
const next = g().next;
try { next.call({}).catch(e => console.log('rejected', e.name)); console.log('no exception'); } catch (e) { console.log('exception', e.name); }
