// An error that ends the script does not prevent the microtasks that it queued.
let reported = false;
addEventListener('error', e => { e.preventDefault(); reported = e.message.includes('script failed'); });
queueMicrotask(() => console.log('microtask'));
setTimeout(() => console.log('timer, error reported:', reported ? 'yes' : 'no'), 50);
console.log('before the error');
throw new Error('script failed');
