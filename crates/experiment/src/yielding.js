// What a page's thread waits for between two slices. In JavaScript, because a closure of the module
// would outlive the module when it is reset.

/**
 * Milliseconds after the last frame by which the next is due at 60 Hz; to wait for one before would
 * be idle.
 */
const DUE = 17;
/**
 * Milliseconds after which the last frame says nothing about the next, because nobody has asked for
 * one.
 */
const FORGOTTEN = 100;
/**
 * For how many milliseconds a frame that is due is waited for: a page that nobody can see draws
 * none.
 */
const LONGEST_FRAME = 50;

// ANCHOR: due
/** The next frame, once it has been asked for. @type {Promise<void> | null} */
let next = null;
let last = 0;

/** A promise of the next frame if it is due, and nothing if it is not. */
export function frameDue() {
  if (document.hidden) return;
  if (!next) {
    if (performance.now() - last > FORGOTTEN) last = performance.now();
    next = new Promise((drawn) =>
      requestAnimationFrame(() => {
        [next, last] = [null, performance.now()];
        drawn();
      }),
    );
  }
  if (performance.now() - last < DUE) return;
  return orNotDrawn(next);
}
// ANCHOR_END: due

/**
 * Waits for a frame; a page that is not drawn has none that is due, until one comes after all.
 * @param {Promise<void>} frame
 * @returns {Promise<void>}
 */
function orNotDrawn(frame) {
  return new Promise((resolve) => {
    const notDrawn = setTimeout(() => {
      last = Infinity;
      resolve();
    }, LONGEST_FRAME);
    frame.then(() => {
      clearTimeout(notDrawn);
      resolve();
    });
  });
}

// Other modules of the page hear these messages too.
const own = Math.random();
/** @type {(() => void)[]} */
const waiting = [];

/**
 * A promise of a task of its own: the scheduler's, where there is one, or a message of this page to
 * itself.
 * @returns {Promise<void>}
 */
export function posted() {
  const { scheduler } = /** @type {{ scheduler?: Scheduler }} */ (globalThis);
  if (scheduler?.postTask) return scheduler.postTask(() => {}, { priority: 'user-visible' });
  if (waiting.length === 0) addEventListener('message', heard);
  return new Promise((resolve) => {
    waiting.push(resolve);
    postMessage(own, '/');
  });
}

/** @param {MessageEvent} event */
function heard({ data }) {
  if (data !== own) return;
  waiting.shift()?.();
  if (waiting.length === 0) removeEventListener('message', heard);
}
