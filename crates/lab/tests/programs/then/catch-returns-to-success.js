// After a catch the chain goes on with the value that the catch returned.
Promise.reject('bad')
  .catch(e => { console.log('caught', e); return 'mended'; })
  .then(v => { console.log('then', v); throw 'again'; })
  .catch(e => console.log('caught', e))
  .then(v => console.log('then', String(v)));
