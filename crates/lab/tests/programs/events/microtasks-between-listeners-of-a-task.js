// Between two listeners of an event that the browser itself fires from a task the microtasks do run.
const s = AbortSignal.timeout(30);
s.addEventListener('abort', () => { console.log('listener 1'); Promise.resolve().then(() => console.log('reaction 1')); });
s.addEventListener('abort', () => { console.log('listener 2'); Promise.resolve().then(() => console.log('reaction 2')); });
