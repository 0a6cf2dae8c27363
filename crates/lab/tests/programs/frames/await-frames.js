// An async function that awaits frames goes on between two callbacks of the same frame.
const frame = () => new Promise(r => requestAnimationFrame(r));
(async () => { await frame(); console.log('awaited 1'); await frame(); console.log('awaited 2'); })();
requestAnimationFrame(() => { console.log('callback 1'); requestAnimationFrame(() => console.log('callback 2')); });
