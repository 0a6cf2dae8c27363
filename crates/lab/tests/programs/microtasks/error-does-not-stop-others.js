// A microtask that throws is reported and the following ones still run.
addEventListener('error', e => { e.preventDefault(); console.log('reported', e.error.message); });
queueMicrotask(() => console.log('one'));
queueMicrotask(() => { throw new Error('two'); });
queueMicrotask(() => console.log('three'));
