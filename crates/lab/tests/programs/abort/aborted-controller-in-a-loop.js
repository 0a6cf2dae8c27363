// A loop of async steps that checks its signal stops at the step after the abort.
const c = new AbortController();
(async () => {
  try { for (let i = 1; ; i++) { c.signal.throwIfAborted(); console.log('step', i); await reply(100); } }
  catch (e) { console.log('stopped', e); }
})();
setTimeout(() => c.abort('enough'), 250);
