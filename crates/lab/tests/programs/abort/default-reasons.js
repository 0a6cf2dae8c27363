// Without a reason abort gives an AbortError and a timed-out signal a TimeoutError.
const c = new AbortController();
c.abort();
console.log(c.signal.reason.name);
const s = AbortSignal.timeout(30);
console.log('timeout aborted', s.aborted);
s.onabort = () => console.log(s.reason.name);
