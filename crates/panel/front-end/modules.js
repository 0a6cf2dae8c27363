// Loads the modules of panels, notices when one of them stops, and lets one panel of a page run at
// a time.

/** Why a run came to nothing. */
class Failure extends Error {
  /** @param {FailureKind} kind @param {string} message A sentence. */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }

  /**
   * Anything that was thrown, as a failure with a sentence.
   * @param {unknown} error
   * @param {FailureKind} kind
   * @returns {Failure}
   */
  static of(error, kind) {
    if (error instanceof Failure) return error;
    const message = error instanceof Error ? error.message : String(error);
    const sentence = message.replace(/[^.]$/, '$&.');
    return new Failure(/memory/i.test(message) ? 'memory' : kind, sentence);
  }
}

const panelModules = {
  root: new URL(path_to_root || '.', document.baseURI),
  /**
   * How many modules were asked for: a query of its own gives each panel an instance of its own,
   * and a failed load another try.
   */
  tries: 0,
  /** The panel module is one for the page. @type {Promise<PanelModule> | null} */
  shared: null,
  /** The end of the run that was asked for last, on this page. @type {Promise<void>} */
  last: Promise.resolve(),

  /**
   * Loads a module by its glue.
   * @param {string} js
   * @param {string} wasm
   * @param {AbortSignal} [signal]
   */
  async load(js, wasm, signal) {
    if (typeof WebAssembly === 'undefined')
      throw new Failure(
        'unsupported',
        'WebAssembly is switched off in this browser. Allow it for this site in the browser’s settings, and reload the page.',
      );
    try {
      const [glue, response] = await Promise.all([
        import(new URL(`${js}?${++this.tries}`, this.root).href),
        fetch(new URL(wasm, this.root), { signal }),
      ]);
      if (!response.ok) throw new Error(`The server answered ${response.status} for ${wasm}.`);
      await glue.default({ module_or_path: response });
      return glue;
    } catch (error) {
      throw Failure.of(error, 'load');
    }
  },

  /** Loads the panel module, once for the page. @param {DOMStringMap} host */
  panel({ panelJs = '', panelWasm = '' }) {
    this.shared ??= this.load(panelJs, panelWasm).catch((error) => {
      this.shared = null;
      throw error;
    });
    return this.shared;
  },

  /**
   * Waits for the turn of a run, which ends with the signal: two at once, or one and the loading of
   * another, would spoil each other's figures.
   * @param {AbortSignal} end
   */
  turn(end) {
    const before = this.last;
    const ended = new Promise((resolve) => {
      if (end.aborted) resolve(undefined);
      else end.addEventListener('abort', resolve);
    });
    // One that is stopped before its turn does not let the next go before that.
    this.last = before.then(() => ended).then(() => {});
    return before;
  },

  /**
   * Fails when a module traps and no example takes that for its own panic: what such a module was
   * asked for never comes.
   * @param {AbortSignal} end
   * @param {() => void} stop
   * @returns {Promise<never>}
   */
  trap(end, stop) {
    return new Promise((_, reject) => {
      const fail = (/** @type {ErrorEvent} */ event) => {
        if (!(event.error instanceof WebAssembly.RuntimeError) || event.defaultPrevented) return;
        // The panel module may be the one that stopped.
        this.shared = null;
        const why = `A module of this page has stopped: ${event.error.message}.`;
        reject(Failure.of(new Error(why), 'trap'));
        stop();
      };
      // Whether a listener prevents it is known when all have heard it.
      addEventListener('error', (event) => setTimeout(fail, 0, event), { signal: end });
    });
  },
};
