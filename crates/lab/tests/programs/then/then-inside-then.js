// A chain that is begun inside a handler advances in step with the links of the outer chain.
Promise.resolve()
  .then(() => {
    console.log('outer 1');
    Promise.resolve().then(() => console.log('inner 1')).then(() => console.log('inner 2'));
  })
  .then(() => console.log('outer 2'))
  .then(() => console.log('outer 3'));
