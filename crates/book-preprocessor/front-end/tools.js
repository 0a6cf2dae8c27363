// What the code of a question is given, in the page and in the tests.

/**
 * @typedef {object} Tools
 * @property {(what: unknown) => void} print Writes a word.
 * @property {(ms: number) => Promise<void>} wait Is done after this time; the thread is free meanwhile.
 * @property {(ms: number) => void} compute Computes for this time, and holds the thread.
 * @property {(begin: number) => string} since The time since then, to the nearest 200 ms.
 */

/**
 * Runs the code of a question, and gives what it printed.
 * @param {(tools: Tools) => unknown} code
 * @returns {Promise<string>}
 */
export async function printed(code) {
  /** @type {unknown[]} */
  const words = [];
  await code({
    print: (what) => words.push(what),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    compute: (ms) => {
      const end = performance.now() + ms;
      while (performance.now() < end);
    },
    since: (begin) => `about ${Math.round((performance.now() - begin) / 200) * 200} ms`,
  });
  return words.join(', ');
}
