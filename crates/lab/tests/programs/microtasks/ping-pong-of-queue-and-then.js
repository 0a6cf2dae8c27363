// A microtask that starts a chain and a chain that queues microtasks alternate fairly.
queueMicrotask(function a() { console.log('q1'); Promise.resolve().then(() => { console.log('q1 then'); queueMicrotask(() => console.log('q1 end')); }); });
Promise.resolve().then(() => { console.log('t1'); queueMicrotask(() => { console.log('t1 queued'); Promise.resolve().then(() => console.log('t1 end')); }); });
