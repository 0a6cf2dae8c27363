// A return of a rejected promise throws inside, so that a try around it catches the error.
async function* g() { try { return Promise.reject('r'); } catch (e) { console.log('caught inside', e); return 'mended'; } finally { console.log('finally'); } }
g().next().then(r => console.log(r.value, r.done ? 'done' : 'open'));
console.log('sync');
