// A worker that watches the page from outside: it beats on a thread of its own, and notes at each
// beat for how long the page has given no sign of life, and draws that, also while the page is
// frozen. It also spins on request, so that cores can be counted.

const now = () => performance.now();
let heard = now();
/** Two numbers for each beat: when, and for how long nothing had been heard. @type {number[]} */
let beats = [];
let isBeating = false;
/** How much time is drawn, in milliseconds. */
const DRAWN = 5000;
/** The last beats. @type {{ at: number, silent: number }[]} */
let drawn = [];
/**
 * Where and how the page's silence is drawn, and from how long on it is felt.
 * @type {{ picture: OffscreenCanvas, colours: Record<string, string>, fontFamily: string, felt: number } | undefined}
 */
let live;

/** Draws the last seconds of the page, as they are seen from here: silence that is felt stands tall. */
function draw() {
  const pen = live?.picture.getContext('2d');
  if (!live || !pen) return;
  requestAnimationFrame(draw);
  if (!drawn.length) return;
  const { colours, fontFamily, felt } = live;
  const { width, height } = live.picture;
  const last = drawn[drawn.length - 1];
  const x = (/** @type {number} */ at) => width * (1 - (last.at - at) / DRAWN);
  drawn = drawn.filter(({ at }) => at > last.at - DRAWN);
  pen.clearRect(0, 0, width, height);
  drawn.forEach(({ at, silent }, i) => {
    const [isFelt, until] = [silent > felt, drawn[i + 1]?.at ?? at];
    pen.fillStyle = isFelt ? colours.frozen : colours.busy;
    pen.fillRect(x(at), isFelt ? height / 2 : height * 0.7, x(until) - x(at) + 1, height);
  });
  const isFrozen = last.silent > felt;
  pen.fillStyle = isFrozen ? colours.frozen : colours.text;
  pen.font = `600 ${height * 0.36}px ${fontFamily}`;
  pen.textBaseline = 'top';
  const silent = `page silent for ${Math.round(last.silent).toLocaleString('en')} ms`;
  pen.fillText(`a worker sees: ${isFrozen ? silent : 'page responds'}`, 0, 0);
}

/** Notes for how long the page has been silent. */
function beat() {
  const [at, silent] = [now(), now() - heard];
  beats.push(at, silent);
  if (live) drawn.push({ at, silent });
}

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

addEventListener('message', ({ data: { ask, nth, until, ...rest } }) => {
  if (ask === 'draw') {
    live = rest;
    requestAnimationFrame(draw);
    return;
  }
  // Each answer says when its question was heard: so the page learns how the two clocks differ.
  const at = now();
  if (ask !== 'sign') return postMessage({ nth, at, numbers: answers[ask](until) });
  heard = at;
  // It begins to beat at the first sign of life: a worker that only spins needs no heart.
  if (!isBeating) setInterval(beat, 10);
  isBeating = true;
});
