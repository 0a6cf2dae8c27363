// A loop of awaits keeps a due timer waiting until it ends, for a timer needs a turn of its own.
let stop = false;
setTimeout(() => { stop = true; console.log('timer'); }, 0);
(async () => { let n = 0; while (!stop && n < 5000) { await null; n++; } console.log('rounds', n, stop ? 'stopped' : 'by count'); })();
