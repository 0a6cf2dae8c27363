// A frame callback that throws does not prevent the next one of the same frame.
addEventListener('error', e => { e.preventDefault(); console.log('reported', e.error.message); });
requestAnimationFrame(() => { throw new Error('first'); });
requestAnimationFrame(() => console.log('second'));
