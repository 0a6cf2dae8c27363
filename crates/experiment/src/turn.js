// What a page's thread waits for between two slices. In JavaScript, because a closure of the module would outlive the module when it is reset.

/** Milliseconds after the last frame by which the next is due at 60 Hz; to wait for one before would be idle. */
const DUE = 17;
/** Milliseconds after which the last frame says nothing about the next, because nobody has asked for one. */
const FORGOTTEN = 100;
/** For how many milliseconds a frame that is due is waited for: a page that nobody can see draws none. */
const PATIENCE = 50;

// ANCHOR: due
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
  return new Promise((resolve) => {
    // A page that is not drawn has no frame that is due, until one comes after all.
    const notDrawn = setTimeout(() => resolve((last = Infinity)), PATIENCE);
    next.then(() => resolve(clearTimeout(notDrawn)));
  });
}
// ANCHOR_END: due

// Other modules of the page hear these messages too.
const own = Math.random();
const waiting = [];

/** A promise of a task of its own: the scheduler's, where there is one, or a message of this page to itself. */
export function posted() {
  if (globalThis.scheduler?.postTask) return scheduler.postTask(() => {}, { priority: "user-visible" });
  if (waiting.length === 0) addEventListener("message", heard);
  return new Promise((resolve) => {
    waiting.push(resolve);
    postMessage(own, "/");
  });
}

function heard({ data }) {
  if (data !== own) return;
  waiting.shift()();
  if (waiting.length === 0) removeEventListener("message", heard);
}
