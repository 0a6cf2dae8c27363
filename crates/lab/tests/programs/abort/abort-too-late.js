// Aborting after the reply has come has no effect upon it.
const c = new AbortController();
reply(20, 'value', { signal: c.signal }).then(v => { console.log(v); c.abort(); return 'kept'; }).then(v => console.log(v), () => console.log('never'));
