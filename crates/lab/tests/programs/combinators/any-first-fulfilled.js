// Promise.any passes over rejections until the first success.
Promise.any([reply(10, 'no', { fail: true }), reply(120, 'late'), reply(60, 'yes')]).then(v => console.log('any', v));
setTimeout(() => console.log('timer 15'), 15);
