// A long computation cut up by timers of no delay lets an urgent timer in, and one cut up by microtasks does not.
let urgent = false;
setTimeout(() => { urgent = true; console.log('urgent'); }, 20);
(async () => { for (let i = 0; i < 4; i++) { busy(15); await null; } console.log('microtask slices, urgent ran:', urgent ? 'yes' : 'no'); })()
  .then(async () => { for (let i = 0; i < 4; i++) { busy(15); await new Promise(r => setTimeout(r, 0)); } console.log('timer slices, urgent ran:', urgent ? 'yes' : 'no'); });
