// Awaiting a timer in a loop makes each start when the one before is over.
const wait = ms => new Promise(r => setTimeout(r, ms));
(async () => { for (const ms of [100, 100, 100]) { await wait(ms); console.log('waited'); } })();
setTimeout(() => console.log('timer 150'), 150);
setTimeout(() => console.log('timer 450'), 450);
