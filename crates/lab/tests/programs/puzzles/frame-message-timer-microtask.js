// Each task and each frame callback is followed by its own microtasks, in whichever order the tasks come.
const { port1, port2 } = new MessageChannel();
const seen = { frame: [], message: [], script: [] };
requestAnimationFrame(() => { seen.frame.push('callback 1'); queueMicrotask(() => seen.frame.push('its microtask')); });
requestAnimationFrame(() => { seen.frame.push('callback 2'); queueMicrotask(() => seen.frame.push('its microtask')); });
port2.onmessage = e => { seen.message.push(e.data, seen.script.length); queueMicrotask(() => seen.message.push('its microtask')); if (e.data === 'm2') port2.close(); };
port1.postMessage('m1'); port1.postMessage('m2');
queueMicrotask(() => seen.script.push('microtask'));
seen.script.push('script');
setTimeout(() => { for (const k in seen) console.log(k, seen[k].join(', ')); }, 400);
