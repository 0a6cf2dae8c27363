// Promise.race of nothing never settles.
Promise.race([]).finally(() => console.log('never'));
Promise.any([]).catch(e => console.log('any of nothing rejects', e.name));
setTimeout(() => console.log('timer'), 60);
