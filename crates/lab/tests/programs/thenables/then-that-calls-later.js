// A thenable that answers from a timer holds the promise until that time.
Promise.resolve({ then(ok) { console.log('asked'); setTimeout(() => { console.log('answering'); ok('answer'); console.log('answered'); }, 60); } })
  .then(v => console.log(v));
setTimeout(() => console.log('timer 10'), 10);
