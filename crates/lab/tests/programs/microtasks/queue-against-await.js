// A microtask queued before an async function awaits runs before that function goes on.
queueMicrotask(() => console.log('queued before'));
(async () => { await undefined; console.log('awaited'); })();
queueMicrotask(() => console.log('queued after'));
