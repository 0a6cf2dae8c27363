// Programs to begin with.

/** @type {{ id: string, name: string, about: string, text: string }[]} */
export const PROGRAMS = [
  {
    id: 'order',
    name: 'Five lines, in which order?',
    about: 'Say the order before you run it.',
    text: `console.log('first');

setTimeout(() => console.log('a task'), 0);

Promise.resolve().then(() => console.log('a microtask'));

(async () => {
  console.log('before the await');
  await null;
  console.log('after the await');
})();

console.log('last');
`,
  },
  {
    id: 'freeze',
    name: 'A click that nobody hears',
    about: 'You click at 300 ms. When is it heard?',
    text: `const button = page.button('help');
button.addEventListener('click', () => page.text('Here I am.'));
page.text('Working…');

setTimeout(() => {
  busy(800); // computes, and keeps the thread
  page.text('Done.');
}, 100);

user.click(button, { at: 300 });
`,
  },
  {
    id: 'slices',
    name: 'The same work in slices',
    about: 'The click is heard between two slices.',
    text: `const button = page.button('help');
button.addEventListener('click', () => page.text('Here I am.'));

const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

async function work() {
  for (let done = 0; done < 800; done += 20) {
    busy(20);
    await pause(); // the thread may turn to something else
  }
  console.log('done');
}

setTimeout(work, 100);
user.click(button, { at: 300 });
`,
  },
  {
    id: 'sequence',
    name: 'Three requests, one after the other',
    about: 'Make them overlap.',
    text: `async function load() {
  const user = await reply(300, 'Ada');
  const orders = await reply(400, ['tea', 'ink']);
  const offers = await reply(200, ['paper']);
  page.text(\`\${user}: \${orders.length} orders, \${offers.length} offer\`);
}

await load();
console.log('shown at', performance.now(), 'ms');
`,
  },
  {
    id: 'stale',
    name: 'A search box that shows old replies',
    about: 'Make sure that the last thing typed is what is shown.',
    text: `const box = page.input('search');

// The shorter the words, the longer the search takes.
const search = (words) => reply(600 - 80 * words.length, [\`all about \${words}\`]);

box.addEventListener('input', async function show() {
  const words = box.value;
  console.log('asked for', words);
  const found = await search(words);
  page.list(found);
});

user.type(box, 'as', { at: 100 });
user.type(box, 'async', { at: 180 });
`,
  },
  {
    id: 'cancel',
    name: 'A reply that nobody wants any more',
    about: 'Cancel the request when the user leaves.',
    text: `const leave = page.button('leave');
const control = new AbortController();
leave.addEventListener('click', () => console.log('the user has left'));

async function open() {
  const report = await reply(1000, 'the report', { signal: control.signal });
  busy(120); // draws it, for nobody
  page.text(report);
}

open().catch((error) => console.log(error.name));
user.click(leave, { at: 200 });
`,
  },
  {
    id: 'starve',
    name: 'Microtasks that let nothing else run',
    about: 'When do the timer and the frame get their turn, and why so late?',
    text: `setTimeout(() => console.log('the timer, at', performance.now()), 10);
requestAnimationFrame(() => console.log('the frame, at', performance.now()));

let turns = 0;
function again() {
  busy(5);
  if (++turns < 60) queueMicrotask(again);
  else console.log('the last microtask, at', performance.now());
}
again();
`,
  },
  {
    id: 'unhandled',
    name: 'An error that nobody hears',
    about: 'Where does the error go? Let somebody hear it.',
    text: `async function save() {
  await reply(100, 'the disk is full', { fail: true });
}

async function main() {
  try {
    save(); // is anything missing here?
    console.log('saved');
  } catch (error) {
    console.log('not saved:', error.message);
  }
}

main();
`,
  },
];
