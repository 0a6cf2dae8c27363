// The promise of postTask settles with the result of the callback and its reactions run before the next task.
scheduler.postTask(() => { console.log('task 1'); return 'result'; }).then(v => console.log(v));
scheduler.postTask(() => console.log('task 2'));
console.log('sync');
