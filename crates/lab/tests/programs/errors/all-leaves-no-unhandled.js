// The other rejections of a Promise.all that has failed count as handled.
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('never'); });
Promise.all([Promise.reject('a'), Promise.reject('b'), reply(40, 'c', { fail: true })]).catch(e => console.log('caught', e));
setTimeout(() => console.log('quiet'), 120);
