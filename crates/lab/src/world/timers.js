// Timers: https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers

const timers = new Map();
let lastTimer = 0;
let nesting = 0;
const set = (callback, ms, args, repeat, id, depth) => {
  // As WebIDL converts a long.
  let wait = Math.max(0, Number(ms) | 0);
  if (depth > 5 && wait < 4) wait = 4;
  const label = repeat ? `setInterval, ${wait} ms` : `setTimeout, ${wait} ms`;
  const act = () => {
    const outer = nesting;
    nesting = depth;
    host.call(typeof callback === 'function' ? callback : () => {}, globalThis, args);
    if (repeat && timers.has(id)) set(callback, ms, args, true, id, depth + 1);
    else if (!repeat) timers.delete(id);
    nesting = outer;
  };
  timers.set(id, host.task('timer', wait, act, label));
};
const begin =
  (repeat) =>
  (callback, ms, ...args) => {
    set(callback, ms, args, repeat, ++lastTimer, nesting + 1);
    return lastTimer;
  };
const clear = (given) => {
  const id = Number(given);
  const task = timers.get(id);
  if (task === undefined) return;
  timers.delete(id);
  host.cancel(task);
};
