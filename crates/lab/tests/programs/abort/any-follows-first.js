// A signal of AbortSignal.any takes the reason of the first source to abort and ignores the others.
const a = new AbortController(), b = new AbortController();
const s = AbortSignal.any([a.signal, b.signal]);
s.addEventListener('abort', () => console.log('any aborted', s.reason));
b.abort('b');
a.abort('a');
console.log(s.reason);
