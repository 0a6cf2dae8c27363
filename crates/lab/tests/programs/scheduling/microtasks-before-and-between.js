// Microtasks run before the first posted task and between two of them.
scheduler.postTask(() => { console.log('task 1'); queueMicrotask(() => console.log('microtask of 1')); });
scheduler.postTask(() => console.log('task 2'));
Promise.resolve().then(() => console.log('reaction')).then(() => console.log('second reaction'));
