const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function callback() {
  const said = ['asked'];
  await new Promise((resolve) => {
    setTimeout(() => {
      said.push('called back');
      resolve('called back');
    }, 10);
    said.push('went on');
  });
  return said;
}

async function later() {
  let settle;
  const promise = new Promise((resolve) => (settle = resolve));
  const said = [await Promise.race([promise, 'pending'])];
  settle(42);
  said.push(await promise);
  return said;
}

async function task() {
  const said = [];
  const begun = (async () => {
    await sleep(10);
    said.push('worked');
  })();
  said.push('went on');
  await begun;
  return said;
}

async function awaited() {
  const said = [];
  for (const step of ['one', 'two']) {
    await sleep(10);
    said.push(step);
  }
  return said;
}

const after = async (ms, what) => {
  await sleep(ms);
  return what;
};

async function join() {
  return Promise.all([after(20, 'slow'), after(10, 'quick')]);
}

async function select() {
  return [await Promise.race([after(40, 'slow'), after(10, 'quick')])];
}

async function cancel() {
  const said = [];
  const stop = new AbortController();
  const timer = setTimeout(() => said.push('too late'), 10);
  stop.signal.addEventListener('abort', () => clearTimeout(timer));
  stop.abort();
  await sleep(30);
  return [...said, 'stopped'];
}

async function lock() {
  let count = 0;
  let last = Promise.resolve();
  const locked = (act) => {
    const turn = last.then(act);
    // The next one gets its turn even if this one fails.
    last = turn.catch(() => {});
    return turn;
  };
  const add = async () => {
    const read = count;
    await sleep(10);
    count = read + 1;
  };
  await Promise.all([locked(add), locked(add)]);
  return [count];
}

async function slept() {
  let shorter = false;
  sleep(10).then(() => (shorter = true));
  await sleep(20);
  return [shorter ? 'slept' : 'woke early'];
}

/** Tries all of them, one after another, and gives what each did, a line each. */
export async function ideas() {
  const lines = [];
  for (const [name, idea] of Object.entries({
    callback,
    later,
    task,
    await: awaited,
    join,
    select,
    cancel,
    lock,
    sleep: slept,
  })) {
    lines.push(`${name}: ${(await idea()).join(', ')}`);
  }
  return lines.join('\n');
}

/** Work that takes so many milliseconds, and calls when it begins. */
export async function work(ms, begun) {
  begun();
  await sleep(ms);
}
