// Aborting a running reply rejects it at once, and its waiter goes on in a microtask.
const c = new AbortController();
reply(200, 'value', { signal: c.signal }).then(v => console.log(v), e => console.log('rejected', e));
setTimeout(() => { console.log('aborting'); c.abort('changed my mind'); console.log('aborted'); }, 40);
