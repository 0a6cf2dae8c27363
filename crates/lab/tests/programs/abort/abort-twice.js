// A second abort changes nothing: the first reason stays and no listener is called again.
const c = new AbortController();
c.signal.addEventListener('abort', () => console.log('abort', c.signal.reason));
c.abort('first');
c.abort('second');
console.log(c.signal.reason);
