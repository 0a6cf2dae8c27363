// A posted task with a delay waits at least that long and then runs by its own turn.
scheduler.postTask(() => console.log('delay 150'), { delay: 150 });
scheduler.postTask(() => console.log('delay 60'), { delay: 60 });
scheduler.postTask(() => console.log('no delay'));
setTimeout(() => console.log('timer 250'), 250);
