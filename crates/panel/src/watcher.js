// A worker that watches the page from outside: it beats on a thread of its own, and notes at each
// beat
// for how long the page has given no sign of life. It also spins on request, so that cores can be
// counted.

const now = () => performance.now();
let heard = now();
/** Two numbers for each beat: when, and for how long nothing had been heard. @type {number[]} */
let beats = [];
let isBeating = false;

/** @type {Record<string, (until: number) => number[]>} */
const answers = {
  beats() {
    const since = beats;
    beats = [];
    return since;
  },
  clock: () => [],
  spin(until) {
    let [rounds, sum] = [0, 0];
    while (now() < until) {
      for (let i = 0; i < 2000; i++) sum = (sum * 31 + i) | 0;
      rounds++;
    }
    return [rounds, sum];
  },
};

addEventListener('message', ({ data: { ask, nth, until } }) => {
  // Each answer says when its question was heard: so the page learns how the two clocks differ.
  const at = now();
  if (ask !== 'sign') return postMessage({ nth, at, numbers: answers[ask](until) });
  heard = at;
  // It begins to beat at the first sign of life: a worker that only spins needs no heart.
  if (!isBeating) setInterval(() => beats.push(now(), now() - heard), 10);
  isBeating = true;
});
