// An exception in a posted task rejects its promise and is not reported as an error.
addEventListener('error', () => console.log('never'));
scheduler.postTask(() => { throw 'failed'; }).catch(e => console.log('rejected', e));
scheduler.postTask(() => console.log('next task'));
