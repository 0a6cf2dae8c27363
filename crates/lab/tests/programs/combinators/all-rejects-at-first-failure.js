// Promise.all rejects with the first failure while the others run on.
const track = (ms, v, o) => reply(ms, v, o).finally(() => console.log('over', v));
Promise.all([track(150, 'slow'), track(30, 'fails', { fail: true }), track(90, 'middle')])
  .then(() => console.log('fulfilled'), e => console.log('rejected', e.message));
