/**
 * What a click starts: a request, a timer, a microtask, a sum and a loop of so many milliseconds.
 * `note` is told of each when it is done.
 */
export async function click(url, ms, note) {
  const reply = fetch(url, { method: 'HEAD', cache: 'no-store' }).then(() => note('reply'));
  const timer = new Promise((resolve) => setTimeout(resolve, 0)).then(() => note('timer'));
  const microtask = Promise.resolve().then(() => note('microtask'));

  let sum = 0;
  for (let n = 1; n <= 100; n++) sum += n;
  note('sum');

  note('loop begins');
  const end = performance.now() + ms;
  while (performance.now() < end);
  note('loop ends');

  await Promise.all([reply, timer, microtask]);
}

/** Asks for the head of a file of this site. */
export const head = (url) => fetch(url, { method: 'HEAD', cache: 'no-store' });
