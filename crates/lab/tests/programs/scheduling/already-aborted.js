// With a signal that is aborted already postTask rejects without queueing a task.
scheduler.postTask(() => console.log('never'), { signal: AbortSignal.abort('gone') }).catch(e => console.log('rejected', e));
scheduler.postTask(() => console.log('other'));
console.log('sync');
