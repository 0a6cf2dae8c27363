// What a finally handler returns is dropped and its argument is missing.
Promise.resolve('kept').finally(function () { console.log('args', arguments.length); return 'dropped'; }).then(v => console.log(v));
Promise.reject('reason').finally(() => 'dropped').catch(e => console.log(e));
