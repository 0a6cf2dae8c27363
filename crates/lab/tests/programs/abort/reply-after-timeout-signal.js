// A reply that is slower than its AbortSignal.timeout fails with a TimeoutError, a quicker one does not.
reply(250, 'slow', { signal: AbortSignal.timeout(100) }).catch(e => console.log('slow', e.name));
reply(20, 'quick', { signal: AbortSignal.timeout(100) }).then(v => console.log(v));
setTimeout(() => console.log('timer 180'), 180);
