// An error in a timer is reported before the next timer of the same time, which runs all the same.
addEventListener('error', e => { e.preventDefault(); console.log('error', e.error.message); });
setTimeout(() => console.log('one'), 20);
setTimeout(() => { console.log('two'); throw new Error('failed'); }, 20);
setTimeout(() => console.log('three'), 20);
