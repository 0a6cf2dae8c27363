// Within a timer the reactions and microtasks run in order only after the timer's function has returned.
setTimeout(() => {
  console.log('timer begins');
  Promise.resolve().then(() => { console.log('then'); queueMicrotask(() => console.log('queued in then')); });
  queueMicrotask(() => console.log('queued'));
  console.log('timer ends');
}, 10);
