// A run of all panels: one after the other, each on its own page in a frame, noted so that it can
// go on.

import { make } from './parts.js';

const KEY = 'await-and-see.run-all';
/**
 * What is assumed of a run that nobody has timed, and how long any, and the loading of its page,
 * may take before it is given up, in milliseconds.
 */
const USUAL = 5000;
const LONGEST = 120_000;
const LONGEST_LOAD = 30_000;

/**
 * @typedef {{ slug: string, title: string, page: string, module: string, cores: number, took:
 * number, settings: Record<string, number> }} Example
 */
/**
 * @typedef {{ done: string[], again: string[], goesOn?: boolean }} Progress What has been run in
 * this run of all, what is to be tried once more, and whether it goes on by itself.
 */
/**
 * @typedef {{ outcome: string, why?: string }} Ran The report's outcome, or 'memory', 'failed' or
 * 'stopped', and why.
 */

/** What was noted of a run that has begun, if any. @returns {Progress | null} */
export function begun() {
  try {
    const noted = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    const names = (/** @type {any} */ list) =>
      Array.isArray(list) && list.every((name) => typeof name === 'string');
    return names(noted?.done) && names(noted.again) ? noted : null;
  } catch {
    return null;
  }
}

/** @param {Progress | null} progress */
export function note(progress) {
  try {
    if (progress) localStorage.setItem(KEY, JSON.stringify(progress));
    else localStorage.removeItem(KEY);
  } catch {
    // Where nothing is kept, a run of all has to be begun anew.
  }
}

/**
 * What is still to be run: first the panels that any machine can run, then those that need several
 * cores, then what did not work out.
 * @param {Example[]} examples
 * @param {Progress} progress
 */
export function left(examples, { done, again }) {
  const rest = examples.filter(({ slug }) => !done.includes(slug));
  rest.sort((a, b) => Number(a.cores > 0) - Number(b.cores > 0));
  return [...rest, ...examples.filter(({ slug }) => again.includes(slug))];
}

/**
 * Notes how a panel came out, and whether it is worth another try.
 * @param {Progress} progress
 * @param {string} slug
 * @param {string} outcome
 */
export function settle(progress, slug, outcome) {
  if (progress.again.includes(slug)) {
    progress.again = progress.again.filter((other) => other !== slug);
  } else {
    progress.done.push(slug);
    const worth = ['failed', 'memory', 'stopped', 'unmeasurable'].includes(outcome);
    if (worth) progress.again.push(slug);
  }
  note(progress);
}

/**
 * How long examples take, in words.
 * @param {Example[]} examples
 * @param {number} [pace] By what a run here is longer than the recorded one.
 */
export function duration(examples, pace = 1) {
  const ms = examples.reduce((sum, { took }) => sum + (took || USUAL), 0) * pace;
  const whole = Math.round(ms / 60_000);
  return ms < 45_000 ? 'half a minute' : whole <= 1 ? 'a minute' : `${whole} minutes`;
}

/** By what runs here take longer than the recorded ones. */
export class Pace {
  #expected = 0;
  #took = 0;

  /** @param {Example} example @param {number} took In milliseconds. */
  add(example, took) {
    this.#expected += example.took || USUAL;
    this.#took += took;
  }

  get value() {
    return this.#expected > 0 ? this.#took / this.#expected : 1;
  }
}

export function whenVisible() {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', look);
      resolve(null);
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
}

/**
 * Runs one example on its own page, in a frame, and keeps what it found. The frame takes the memory
 * of its modules with it; of a page that held all of them, the last would get none.
 * @param {HTMLElement} stage
 * @param {Example} example
 * @param {(panel: Panel) => boolean} goesOn Told of the panel; whether it is still to run.
 * @returns {Promise<Ran>}
 */
export async function runInFrame(stage, { slug, page, title }, goesOn) {
  const frame = make('iframe', '', { title: `The page of “${title}”` });
  frame.src = new URL(page, new URL(path_to_root || '.', document.baseURI)).href;
  try {
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    stage.replaceChildren(frame);
    await within(loaded, LONGEST_LOAD, `${page} did not load.`);
    const own = frame.contentDocument;
    const panel = own?.querySelector(`wasm-example[data-example="${slug}"]`);
    if (!own || !isPanel(panel)) throw new Error(`${page} did not load, or has no such panel.`);
    if (!goesOn(panel)) return { outcome: 'stopped' };
    const bar = /** @type {HTMLElement | null} */ (own.querySelector('#mdbook-menu-bar'));
    const top = panel.getBoundingClientRect().top - (bar?.offsetHeight ?? 0);
    frame.contentWindow?.scrollTo({ top, behavior: 'instant' });
    const report = await within(panel.run(), LONGEST, 'It didn’t end.');
    // A browser that keeps nothing has it in the frame alone.
    keptResults.add(report, panel.dataset.wasm ?? '');
    return { outcome: report.outcome ?? 'failed' };
  } catch (error) {
    const { kind, message } = /** @type {any} */ (error);
    const outcome = ['memory', 'stopped'].includes(kind) ? kind : 'failed';
    return { outcome, why: message };
  }
}

/** @param {Element | null | undefined} element @returns {element is Panel} */
const isPanel = (element) => element != null && 'run' in element;

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} ms
 * @param {string} why
 * @returns {Promise<T>}
 */
function within(promise, ms, why) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(why)), ms);
  });
  return Promise.race([promise, /** @type {Promise<never>} */ (late)]).finally(() =>
    clearTimeout(timer),
  );
}
