// Microtasks queued by a microtask before it throws run all the same.
addEventListener('error', e => { e.preventDefault(); console.log('reported', e.error.message); });
queueMicrotask(() => { queueMicrotask(() => console.log('child')); console.log('parent'); throw new Error('parent failed'); });
Promise.resolve().then(() => console.log('neighbour'));
