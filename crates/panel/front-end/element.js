// The element <wasm-example>: a panel that runs an example when it is asked to, by its buttons or
// by its methods.
// Classic scripts, because mdBook puts a hash of the content into the names of those alone;
// markup.js and modules.js come before.
{
  const RESULTS =
    '.answer, .stamp, .scale, .legend, .result, .bars, .timeline, .charts, .conclusion, .tools, .output, .lints, .figures, .events';
  // In a page that was opened as a file nothing may be read or loaded, so there the note stays, and
  // where all chapters are, for paper.
  const inert = location.protocol === 'file:' || /\/print(\.html)?$/.test(location.pathname);

  const sheet = panelSheet(inert);

  class WasmExample extends HTMLElement {
    /** The report of the last run, or null. @type {Report | null} */
    report = null;
    /** Why the last run failed, or null. @type {{ kind: FailureKind, message: string } | null} */
    failure = null;
    /**
     * Read with the markup: while the element is made, it has no attributes yet.
     * @type {Declaration}
     */
    #declaration = /** @type {any} */ (null);
    /** @type {ExampleModule | null} */
    #glue = null;
    /** What is kept of the runs, by the panel module. @type {Runs | null} */
    #runs = null;
    /** The run that goes on, or the last one. @type {CurrentRun | null} */
    #current = null;
    /**
     * Three numbers for each click and key: when, when heard, and whether it was a key.
     * @type {number[]}
     */
    #inputs = [];
    /** @type {PanelSettings | null} */
    #settings = null;
    /** What the buttons do. @type {Record<string, (event: Event) => void>} */
    #actions = {
      stop: () => this.stop(),
      reset: () => this.reset(),
      again: () => this.#press(null, 5),
      save: () => this.#save(),
      click: (event) => this.#heard(event),
    };

    connectedCallback() {
      if (this.shadowRoot || inert) return;
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      this.#declaration = JSON.parse(this.dataset.declaration ?? '{}');
      shadow.innerHTML = panelMarkup(this.#declaration, this.#level());
      this.#state('idle');
      this.#reserve();
      this.#settings = new PanelSettings(shadow, this.dataset.example ?? '', this.#declaration);
      shadow.addEventListener('click', (event) => {
        const { run, do: act } = /** @type {any} */ (event.target).closest('button')?.dataset ?? {};
        if (run !== undefined) this.#press(run || null);
        this.#actions[act]?.(event);
      });
      this.#part('typing').addEventListener('keydown', this.#actions.click);
      // Outside they turn the book's pages.
      shadow.addEventListener('keydown', (event) => {
        if (/** @type {KeyboardEvent} */ (event).key.startsWith('Arrow')) event.stopPropagation();
      });
    }

    /**
     * Runs the experiment, or one variant of it by its name, and resolves with the report; rejects
     * with a reason of a `kind` and a `message`.
     * @param {string} [variant]
     * @returns {Promise<Report>}
     */
    run(variant) {
      const run = this.#run(variant ?? null, 1);
      // What is stopped may take its time to end, and others wait for that; who asked for it need
      // not.
      return Promise.race([run, ...(this.#current ? [this.#current.halted] : [])]);
    }

    /** Stops the run that goes on, if any. */
    stop() {
      if (!this.#current || !this.#isBusy()) return;
      this.#current.stopped = true;
      this.#current.halt();
      // A file that does not come need not be waited for by others.
      if (this.dataset.state === 'loading') this.#current.whole.abort();
      this.#glue?.stop();
      this.#say({ error: '', status: 'Stopped. Nothing of this run is kept.' });
      this.#state('ready');
    }

    /** Makes the panel what it was before the first run. */
    reset() {
      this.stop();
      // A new instance makes a module that has panicked work again.
      if (this.dataset.state === 'failed') this.#glue?.__wbg_reset_state();
      this.#runs?.forget();
      this.report = this.failure = null;
      this.#inputs = [];
      this.#clear(`${RESULTS}, .error, .status`);
      this.#say({ clicks: 'no click yet' });
      this.#state('idle');
    }

    /** The events of the last run in the Trace Event Format, or null. */
    trace() {
      return this.report && JSON.parse(this.#runs?.trace() ?? 'null');
    }

    /** What is drawn of the last run, for the recorder of the book's own runs, or null. */
    drawn() {
      return this.report && JSON.parse(this.#runs?.drawn() ?? 'null');
    }

    /** @param {string} name @returns {any} */
    #part(name) {
      return this.shadowRoot?.querySelector(`.${name}`);
    }

    /** @param {string} selector @returns {any[]} */
    #all(selector) {
      return [...(this.shadowRoot?.querySelectorAll(selector) ?? [])];
    }

    /** @param {Record<string, string>} texts By the class of the part that says it. */
    #say(texts) {
      for (const [part, text] of Object.entries(texts)) this.#part(part).textContent = text;
    }

    /** @param {string} parts */
    #clear(parts) {
      for (const part of this.#all(parts)) part.replaceChildren();
    }

    /**
     * Keeps room for the answer and the timelines, so that a run moves nothing: what they had, or
     * what the recorded run has.
     */
    #reserve() {
      const {
        answer = '',
        above = '',
        bars = 0,
        named = false,
        heights = [],
      } = JSON.parse(this.dataset.outline ?? '{}');
      this.#part('ghost').innerHTML = answer;
      this.#part('above').innerHTML = above;
      for (const part of this.#all('.bars')) {
        part.style.setProperty('--bars', bars);
        part.classList.toggle('named', named);
      }
      this.#all('.timeline').forEach((timeline, i) => {
        const own = timeline.querySelector('.drawing')?.getAttribute('height');
        timeline.style.minHeight = `${own ?? heights[i] ?? 0}px`;
      });
    }

    #isBusy() {
      return ['loading', 'running'].includes(this.dataset.state ?? '');
    }

    /** A panel after a heading of the second level is a part of what that begins. */
    #level() {
      const isBefore = (/** @type {Element} */ h2) =>
        h2.compareDocumentPosition(this) & Node.DOCUMENT_POSITION_FOLLOWING;
      return [...document.querySelectorAll('main h2')].some(isBefore) ? 3 : 2;
    }

    /** @param {'idle' | 'loading' | 'ready' | 'running' | 'done' | 'failed'} state */
    #state(state) {
      this.dataset.state = this.#part('wasm-panel').dataset.state = state;
      const outcome = state === 'done' && this.report?.outcome;
      if (outcome) this.dataset.outcome = outcome;
      else delete this.dataset.outcome;
      // What is out of sight can't keep the focus.
      const focused = this.shadowRoot?.activeElement;
      const { visibility } = focused ? getComputedStyle(focused) : { visibility: '' };
      if (visibility === 'hidden') this.#part('run').focus({ preventScroll: true });
    }

    /** @param {Event} event A click or a key of the reader's. */
    #heard(event) {
      this.#inputs.push(event.timeStamp, performance.now(), Number(event.type !== 'click'));
      const waits = this.#inputs.flatMap((at, i, all) => (i % 3 === 1 ? [at - all[i - 1]] : []));
      this.#say({ clicks: heardInWords(waits) });
    }

    #save() {
      const text = this.#runs?.trace();
      if (text) keptResults.handOut(text, `${this.dataset.example}.trace.json`);
    }

    /** Runs for a button: what comes of it stands in the panel. @param {string | null} variant */
    #press(variant, times = 1) {
      this.#run(variant, times).catch(() => {});
    }

    /** @param {string | null} variant @param {number} times @returns {Promise<Report>} */
    async #run(variant, times) {
      if (this.#isBusy()) {
        const why = 'This panel is running already. Press Stop first, or wait for the end.';
        this.#say({ error: why });
        throw new Failure('busy', why);
      }
      if (this.dataset.state === 'failed') this.reset();
      // What is on the screen costs every frame, and a run should not pay for the one before.
      this.#reserve();
      if (!variant) this.#clear(RESULTS);
      const others = 'wasm-example:is([data-state=loading], [data-state=running])';
      const waits = 'Another panel runs; this one is next. Press Stop there to start it now.';
      this.#say({ status: document.querySelector(others) ? waits : 'Loading.' });
      this.#state(this.#glue ? 'running' : 'loading');
      const current = this.#begin();
      try {
        const { report, words } = await this.#answer(current, variant, times);
        this.report = report;
        this.failure = null;
        this.#say({ status: words, error: '' });
        this.#state('done');
        this.dispatchEvent(new CustomEvent('wasm-example-done', { bubbles: true, detail: report }));
        return report;
      } catch (error) {
        if (current.stopped) throw new Failure('stopped', 'The run was stopped.');
        const failure = Failure.of(error, 'run');
        this.report = null;
        this.failure = { kind: failure.kind, message: failure.message };
        this.#say({ status: '', error: `${failure.message} Press Run to try again.` });
        this.#state('failed');
        throw failure;
      } finally {
        current.stopped = true;
        current.whole.abort();
      }
    }

    /** What the panel module sees of the element during a run. @returns {CurrentRun} */
    #begin() {
      /** @type {(why: Failure) => void} */
      let halt = () => {};
      /** @type {Promise<never>} */
      const halted = new Promise((_, reject) => {
        halt = reject;
      });
      // Nobody need be waiting.
      halted.catch(() => {});
      const current = {
        stopped: false,
        halted,
        halt: () => halt(new Failure('stopped', 'The run was stopped.')),
        whole: new AbortController(),
        site: panelModules.root.href,
        inputs: this.#inputs,
        part: (/** @type {string} */ name) => this.#part(name),
        status: (/** @type {string} */ text) => {
          if (!current.stopped) this.#say({ status: text });
        },
        progress: (/** @type {number} */ done) => {
          this.#part('done').value = done;
        },
      };
      this.#current = current;
      return current;
    }

    /**
     * Waits for its turn, loads what it needs, and runs.
     * @param {CurrentRun} current
     * @param {string | null} variant
     * @param {number} times
     * @returns {Promise<{ report: Report, words: string }>}
     */
    async #answer(current, variant, times) {
      const { signal } = current.whole;
      await panelModules.turn(signal);
      if (current.stopped) throw new Error('stopped');
      current.status('Loading.');
      const { js = '', wasm = '' } = this.dataset;
      const [shared, glue] = await Promise.all([
        panelModules.panel(this.dataset),
        this.#glue ?? panelModules.load(js, wasm, signal),
      ]);
      if (current.stopped) throw new Error('stopped');
      this.#glue = glue;
      if (!(this.#runs instanceof shared.Runs)) this.#runs = new shared.Runs();
      this.#state('running');
      const request = JSON.stringify({
        example: this.dataset.example,
        declaration: this.#declaration,
        settings: this.#settings?.values(),
        variant,
        times,
        broken: new URLSearchParams(location.search).get(`${this.dataset.example}.broken`),
        picked: this.#all('[name=answer]').findIndex((input) => input.checked),
      });
      const answer = this.#runs.run(request, glue, current);
      const trapped = panelModules.trap(signal, () => glue.stop());
      const text = await Promise.race([answer, trapped]);
      if (current.stopped) throw new Error('stopped');
      return JSON.parse(text);
    }
  }
  customElements.define('wasm-example', WasmExample);
}
