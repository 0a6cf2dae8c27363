// A delay outweighs the priority, so that an idle page runs a background task first.
scheduler.postTask(() => console.log('blocking after 200'), { priority: 'user-blocking', delay: 200 });
scheduler.postTask(() => console.log('background'), { priority: 'background' });
