// A rejection that gets its handler only in a later task was announced as unhandled before.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason); });
const p = Promise.reject('late');
setTimeout(() => { p.catch(e => console.log('caught', e)); console.log('handler added'); }, 80);
