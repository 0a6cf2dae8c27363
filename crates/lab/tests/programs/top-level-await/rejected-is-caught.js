// A rejection awaited at top level can be caught by try, and the module goes on.
try { await Promise.reject('r'); console.log('never'); } catch (e) { console.log('caught', e); } finally { console.log('finally'); }
Promise.resolve().then(() => console.log('reaction'));
console.log('end of module');
