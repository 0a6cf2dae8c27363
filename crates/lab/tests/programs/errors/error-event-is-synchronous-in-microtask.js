// The error event of a microtask that throws is fired before the next microtask, unlike that of a rejection.
addEventListener('error', e => { e.preventDefault(); console.log('error', e.error.message); });
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason.message); });
Promise.reject(new Error('rejected first'));
queueMicrotask(() => { throw new Error('thrown in microtask'); });
queueMicrotask(() => console.log('next microtask'));
