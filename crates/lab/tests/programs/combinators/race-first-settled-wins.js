// Promise.race takes the first to settle, and the slower ones still run to their end.
const track = (ms, v, o) => reply(ms, v, o).finally(() => console.log('over', v));
Promise.race([track(140, 'slow'), track(80, 'fails', { fail: true }), track(20, 'quick')]).then(v => console.log('won', v));
