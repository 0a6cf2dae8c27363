// A task without a priority runs among the user-visible ones in the order of posting.
scheduler.postTask(() => console.log('visible 1'), { priority: 'user-visible' });
scheduler.postTask(() => console.log('default'));
scheduler.postTask(() => console.log('visible 2'), { priority: 'user-visible' });
