// The callback of queueMicrotask gets no arguments, and the call itself returns undefined.
const r = queueMicrotask(function () { console.log('arguments', arguments.length); }, 'ignored');
console.log('returned', typeof r);
