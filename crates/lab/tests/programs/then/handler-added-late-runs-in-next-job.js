// A handler that is added to a promise long settled still runs in a job and not at once.
const p = Promise.resolve('v');
setTimeout(() => {
  console.log('timer begins');
  p.then(v => console.log('late', v));
  console.log('timer ends');
}, 20);
