// An error thrown by a catch handler goes to the next catch, and what is caught there is over.
Promise.reject('one')
  .catch(e => { console.log('first catch', e); throw 'two'; })
  .catch(e => { console.log('second catch', e); })
  .then(() => console.log('then'), () => console.log('never'));
