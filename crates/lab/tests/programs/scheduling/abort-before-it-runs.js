// Aborting the signal of a posted task rejects its promise and the task never runs.
const c = new AbortController();
scheduler.postTask(() => console.log('never'), { signal: c.signal }).catch(e => console.log('rejected', e));
c.abort('not needed');
console.log('sync');
