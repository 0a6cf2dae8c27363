// A worker that watches the page from outside: it beats on a thread of its own, and notes at each beat
// for how long the page has given no sign of life. It also spins on request, so that cores can be counted.
const now = () => performance.now();
let heard = now();
let beats = [];
let heart = 0;

const answers = {
  // A sign of life. The heart begins to beat at the first: a worker that only spins needs none.
  sign() {
    heard = now();
    heart ||= setInterval(() => beats.push(now(), now() - heard), 10);
  },
  beats({ nth }, at) {
    postMessage({ nth, at, numbers: beats });
    beats = [];
  },
  clock({ nth }, at) {
    postMessage({ nth, at, numbers: [] });
  },
  spin({ nth, until }, at) {
    let [rounds, sum] = [0, 0];
    while (now() < until) {
      for (let i = 0; i < 2000; i++) sum = (sum * 31 + i) | 0;
      rounds++;
    }
    postMessage({ nth, at, numbers: [rounds, sum] });
  },
};

// Each answer says when its question was heard: so the page learns how the two clocks differ.
onmessage = ({ data }) => answers[data.ask](data, now());
