// An urgent task posted by a task runs before a less urgent one that was waiting already.
scheduler.postTask(() => { console.log('first'); scheduler.postTask(() => console.log('urgent'), { priority: 'user-blocking' }); scheduler.postTask(() => console.log('ordinary, new')); });
scheduler.postTask(() => console.log('ordinary, old'));
