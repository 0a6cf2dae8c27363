// Promise.allSettled waits for all and tells the state of each.
Promise.allSettled([reply(60, 'a'), reply(10, 'b', { fail: true }), 'c'])
  .then(rs => { for (const r of rs) console.log(r.status, r.status === 'fulfilled' ? r.value : r.reason.message); });
setTimeout(() => console.log('timer 20'), 20);
