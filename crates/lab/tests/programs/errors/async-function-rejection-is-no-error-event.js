// An exception in an async function is announced as a rejection and not as an error.
addEventListener('error', () => console.log('never'));
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason.message); });
async function f() { throw new Error('from async'); }
try { f(); console.log('f returned'); } catch (e) { console.log('never'); }
