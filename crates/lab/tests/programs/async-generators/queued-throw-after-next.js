// A throw that is queued behind a next is raised at the yield and may be caught there.
async function* g() { try { yield 1; } catch (e) { console.log('caught', e); yield 'from catch'; } }
const it = g();
it.next().then(r => console.log(r.value));
it.throw('T').then(r => console.log(r.value));
it.next().then(r => console.log(r.done ? 'done' : 'open'));
