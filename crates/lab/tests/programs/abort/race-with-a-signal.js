// A promise that an abort listener rejects loses or wins a race by the time of the abort.
const until = s => new Promise((ok, no) => s.addEventListener('abort', () => no(s.reason), { once: true }));
const c = new AbortController();
Promise.race([reply(20, 'reply in time'), until(c.signal)]).then(v => console.log(v));
Promise.race([reply(200, 'late'), until(c.signal)]).then(v => console.log(v), e => console.log('lost to', e));
setTimeout(() => c.abort('abort'), 100);
