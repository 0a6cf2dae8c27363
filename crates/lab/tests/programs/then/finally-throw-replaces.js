// A finally handler that throws or returns a rejected promise replaces the outcome.
Promise.resolve('v').finally(() => { throw 'thrown'; }).catch(e => console.log(e));
Promise.reject('old').finally(() => Promise.reject('returned')).catch(e => console.log(e));
Promise.reject('older').finally(() => {}).catch(e => console.log(e));
