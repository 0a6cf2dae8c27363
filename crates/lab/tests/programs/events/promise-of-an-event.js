// A promise that a listener resolves gives its waiter a turn only after the dispatch and the script.
const t = new EventTarget();
const once = new Promise(r => t.addEventListener('ready', r, { once: true }));
(async () => { const e = await once; console.log('waiter', e.type); })();
t.addEventListener('ready', () => console.log('listener'));
t.dispatchEvent(new Event('ready'));
console.log('sync');
