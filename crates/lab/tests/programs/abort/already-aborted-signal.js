// A signal made by AbortSignal.abort is aborted from the start and fires no event.
const s = AbortSignal.abort('born aborted');
s.addEventListener('abort', () => console.log('never'));
console.log(s.aborted, s.reason);
setTimeout(() => console.log('no event came'), 40);
