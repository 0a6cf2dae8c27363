// Two async functions that wake each other by withResolvers run in strict alternation.
let ping = Promise.withResolvers(), pong = Promise.withResolvers();
(async () => { for (let i = 0; i < 3; i++) { console.log('ping', i); const w = pong.promise; ping.resolve(); await w; pong = Promise.withResolvers(); } })();
(async () => { for (let i = 0; i < 3; i++) { await ping.promise; ping = Promise.withResolvers(); console.log('pong', i); pong.resolve(); } })();
