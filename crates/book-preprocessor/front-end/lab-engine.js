// The engine's worker, as the page sees it.

/** How long a run may take on the reader's own clock, in milliseconds. */
const LONGEST = 15_000;

/** What is said of a run that gave no recording, by the worker's word for it. */
const FAILURES = /** @type {Record<string, string>} */ ({
  missing:
    'The Lab’s engine is not part of this copy of the book. `cargo xtask build` makes it; `cargo xtask serve` has it a few minutes after its first page.',
  network:
    'The Lab’s engine could not be fetched: is there a network? Fetched once, it stays in this browser.',
  gone: 'The site has a newer engine than this page knows: load the page anew.',
  memory: 'The program wants more memory than the Lab gives (64 MB).',
  depth: 'Something in the program is nested too deeply for the Lab’s engine.',
});

/** Runs programs, one at a time. */
export class Engine {
  #urls;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {((error: Error) => void) | undefined} */
  #giveUp;

  /** @param {{ worker: string, engine: string }} urls */
  constructor(urls) {
    this.#urls = urls;
  }

  /**
   * Runs a program to its end.
   * @param {string} source
   * @returns {Promise<import('./lab-replay.js').Recording>}
   */
  run(source) {
    this.stop();
    this.#worker ??= new Worker(this.#urls.worker);
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      /** @type {ReturnType<typeof setTimeout>} */
      let timer;
      const end = (/** @type {() => void} */ settle) => {
        clearTimeout(timer);
        this.#giveUp = undefined;
        settle();
      };
      this.#giveUp = (error) => end(() => reject(error));
      worker.onmessage = ({ data }) => {
        if (data.ready) timer = setTimeout(() => this.stop(TOO_LONG), LONGEST);
        else if (data.failure) end(() => reject(new Error(FAILURES[data.failure] ?? data.failure)));
        else end(() => resolve(JSON.parse(data.recording)));
      };
      worker.onerror = (event) => {
        this.stop(event.message || 'The browser did not start the Lab’s worker.');
      };
      worker.postMessage({ engine: this.#urls.engine, source });
    });
  }

  /** Ends the run that is under way, if there is one. @param {string} [why] */
  stop(why = 'Stopped.') {
    const giveUp = this.#giveUp;
    if (!giveUp) return;
    this.#worker?.terminate();
    this.#worker = undefined;
    giveUp(new Error(why));
  }
}

const TOO_LONG = `The run took more than ${LONGEST / 1000} seconds on this machine and was given up: is there a call that never returns?`;
