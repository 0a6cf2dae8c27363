// A function that fails twice is tried again after growing delays, and other work goes on between.
let tries = 0;
const flaky = () => reply(10, 'try ' + ++tries, { fail: tries < 3 });
(async () => { for (let ms = 60; ; ms *= 2) { try { console.log('ok', await flaky()); return; } catch (e) { console.log('failed', e.message); await reply(ms); } } })();
setTimeout(() => console.log('other work'), 130);
