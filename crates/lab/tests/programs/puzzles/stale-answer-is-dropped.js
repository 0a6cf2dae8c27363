// Of two overlapping searches the older one answers last and is dropped, since its signal was aborted.
let current;
async function find(text, ms) {
  if (current) current.abort('superseded');
  current = new AbortController();
  try { console.log('shown', await reply(ms, text, { signal: current.signal })); } catch (e) { console.log(text, e); }
}
find('old', 250);
setTimeout(() => find('new', 50), 60);
