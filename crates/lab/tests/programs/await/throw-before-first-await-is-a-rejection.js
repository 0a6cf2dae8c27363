// An exception in the synchronous part of an async function rejects its promise and does not reach the caller.
async function f() { console.log('in f'); throw 'oops'; }
try { f().catch(e => console.log('rejected', e)); console.log('no exception here'); }
catch (e) { console.log('caught', e); }
