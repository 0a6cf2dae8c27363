// throwIfAborted throws the reason itself, and only when the signal is aborted.
const c = new AbortController(), reason = { tag: 'mine' };
c.signal.throwIfAborted();
console.log('not yet');
c.abort(reason);
try { c.signal.throwIfAborted(); } catch (e) { console.log('thrown', e === reason); }
