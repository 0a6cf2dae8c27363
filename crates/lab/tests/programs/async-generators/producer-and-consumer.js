// A producer that awaits replies and a consumer that awaits its own work never overlap.
async function* produce() { for (const n of [1, 2]) { console.log('producing', n); yield await reply(40, n); } console.log('producer over'); }
(async () => { for await (const n of produce()) { console.log('consuming', n); await reply(40); console.log('consumed', n); } })();
