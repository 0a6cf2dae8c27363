// Two awaits of numbers fall between the links of a chain of then calls.
(async () => {
  await 1; console.log('await 1');
  await 2; console.log('await 2');
})();
Promise.resolve()
  .then(() => console.log('then 1'))
  .then(() => console.log('then 2'))
  .then(() => console.log('then 3'));
