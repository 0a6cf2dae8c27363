// When all fail Promise.any rejects with the errors in the order of the input.
Promise.any([reply(70, 'a', { fail: true }), reply(20, 'b', { fail: true }), Promise.reject(new Error('c'))])
  .catch(e => console.log(e.name, e.errors.map(x => x.message).join()));
