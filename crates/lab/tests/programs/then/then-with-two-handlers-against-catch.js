// The second argument of then does not catch what the first one throws, whereas a later catch does.
Promise.resolve().then(() => { throw 'a'; }, e => console.log('same then', e)).catch(e => console.log('later catch', e));
Promise.resolve().then(() => { throw 'b'; }).then(null, e => console.log('next then', e));
