// @ts-check
// The run panel's element: loads an example and the panel module when asked, wires the buttons, holds the contract.
// A classic script, because mdBook puts a hash of the content into the names of those. Nothing of any lesson lives here.
{
  // @ts-ignore: `path_to_root`, the site's root, is mdBook's own global.
  const root = new URL(path_to_root || '.', document.baseURI);
  const sheet = new CSSStyleSheet();
  // In a page that was opened as a file nothing may be read or loaded, so there the note stays, and where all chapters are, for paper.
  const inert = location.protocol === 'file:' || /\/print(\.html)?$/.test(location.pathname);
  const own = !inert && [...document.styleSheets].find((s) => s.href?.startsWith(root.href) && /\/panel[^/]*\.css$/.test(s.href));
  sheet.replaceSync(own ? [...own.cssRules].map((rule) => rule.cssText).join('\n') : '');

  const escape = (/** @type {unknown} */ text) => String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
  const RESULTS = 'tbody td, .scale, .tools, .legend, .conclusion, .output, .figures, .events';
  let tries = 0;
  const load = async (/** @type {string | undefined} */ js, /** @type {string | undefined} */ wasm, /** @type {AbortSignal | undefined} */ signal = undefined) => {
    if (typeof WebAssembly === 'undefined') throw new Error('WebAssembly is switched off in this browser. Allow it for this site in the browser’s settings, and reload the page.');
    // A query of its own gives each panel an instance of its own, and a failed load another try.
    const [glue, response] = await Promise.all([import(new URL(`${js}?${++tries}`, root).href), fetch(new URL(wasm ?? '', root), { signal })]);
    if (!response.ok) throw new Error(`The server answered ${response.status} for ${wasm}.`);
    await glue.default({ module_or_path: response });
    return glue;
  };
  /** @type {Promise<any> | null} The panel module is one for the page. */
  let panel = null;
  /** The end of the run that was asked for last, on this page: two at once, or one and the loading of another, would spoil each other's figures. */
  let last = Promise.resolve();
  /** Fails when a module traps and no example takes that for its own panic: what such a module was asked for never comes. */
  const trap = (/** @type {AbortSignal} */ signal, /** @type {() => void} */ stop) => new Promise((_, reject) => addEventListener('error', (event) => setTimeout(() => {
    if (!(event.error instanceof WebAssembly.RuntimeError) || event.defaultPrevented) return;
    panel = null;
    reject(new Error(`A module of this page has stopped: ${event.error.message}.`)), stop();
  }), { signal }));

  class WasmExample extends HTMLElement {
    /** The report of the last run. @type {any} */ report = null;
    /** @type {any} */ #glue = null;
    /** @type {any} */ #runs = null;
    /** @type {any} The run that goes on. */ #page = {};
    /** @type {number[]} Three numbers for each click and key: when, when heard, and whether it was a key. */ #inputs = [];
    /** @type {any} Read with the markup: while the element is made, it has no attributes yet. */ #declaration = null;
    #query = new URLSearchParams(location.search);
    /** @type {Record<string, (event: Event) => void>} */ #actions = { stop: () => this.#stop(), reset: () => this.#reset(), again: () => this.#run(null, 5), save: () => keptResults.handOut(this.#runs.trace(), `${this.dataset.example}.trace.json`), click: (event) => this.#heard(event) };

    connectedCallback() {
      if (this.shadowRoot || inert) return;
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      shadow.innerHTML = this.#markup();
      this.#state('idle');
      this.#label();
      for (const input of this.#all('[data-param]')) {
        input.addEventListener('change', () => this.#set(input, input.value));
        const preset = this.#query.get(`${this.dataset.example}.${input.dataset.param}`);
        if (preset !== null) this.#set(input, preset);
      }
      shadow.addEventListener('click', (event) => {
        const { run, do: act } = /** @type {any} */ (event.target).closest('button')?.dataset ?? {};
        if (run !== undefined) this.#run(run || null);
        this.#actions[act]?.(event);
      });
      this.#part('typing').addEventListener('keydown', (/** @type {Event} */ event) => this.#heard(event));
      // Outside they turn the book's pages.
      shadow.addEventListener('keydown', (event) => /** @type {KeyboardEvent} */ (event).key.startsWith('Arrow') && event.stopPropagation());
    }

    /** The events of the last run in the Trace Event Format. */
    /** What is drawn of the last run, for the recorder of the book's own runs. */ drawn() { return this.report && JSON.parse(this.#runs.drawn()); }
    trace() { return this.report && JSON.parse(this.#runs.trace()); }
    #part(/** @type {string} */ name) { return /** @type {any} */ (this.shadowRoot?.querySelector(`.${name}`)); }
    #all(/** @type {string} */ selector) { return /** @type {any[]} */ ([...(this.shadowRoot?.querySelectorAll(selector) ?? [])]); }
    #say(/** @type {Record<string, string>} */ texts) { Object.entries(texts).forEach(([part, text]) => (this.#part(part).textContent = text)); }
    #busy() { return ['loading', 'running'].includes(this.dataset.state ?? ''); }
    #clear(/** @type {string} */ parts) { this.#all(parts).forEach((part) => part.replaceChildren()); }
    #settings() { return this.#all('[data-param]').map((input) => Number(input.value)); }

    #state(/** @type {string} */ state) {
      this.dataset.state = this.#part('wasm-panel').dataset.state = state;
      if (state === 'done' && this.report.outcome) this.dataset.outcome = this.report.outcome;
      else delete this.dataset.outcome;
      this.#part('stop').setAttribute('aria-disabled', String(!this.#busy()));
      this.#part('reset').setAttribute('aria-disabled', String(state === 'idle'));
    }

    #markup() {
      const { title, prediction, params, variants, throughput } = this.#declaration = JSON.parse(this.dataset.declaration ?? '{}');
      const level = [...document.querySelectorAll('main h2')].some((h2) => h2.compareDocumentPosition(this) & Node.DOCUMENT_POSITION_FOLLOWING) ? 3 : 2;
      const answers = prediction?.answers.map((/** @type {any} */ answer) => `<label><input type="radio" name="answer"><span>${escape(answer.text)}</span></label>`).join('');
      const inputs = params.map((/** @type {any} */ p) => `<label>${escape(p.label)} <input type="number" inputmode="numeric" data-param="${escape(p.name)}" value="${p.default}" min="${p.min}" max="${p.max}" step="${p.step}"> ${escape(p.unit)}</label>`).join('');
      const rows = variants.map((/** @type {any} */ variant) => `<tr data-variant="${escape(variant.name)}"${variant.by_hand ? ' data-by-hand' : ''}><th scope="row"><button class="one" data-run="${escape(variant.name)}">${escape(variant.name)}</button></th><td class="lane"></td><td></td><td></td><td></td></tr>`).join('');
      return `<section class="wasm-panel" aria-label="${escape(title)}">
        <header><h${level}>${escape(title)}</h${level}><p class="lead"></p></header>
        ${prediction ? `<fieldset class="predict"><legend>${escape(prediction.question)}</legend><div>${answers}</div></fieldset>` : ''}
        <div class="controls"><button class="run" data-run=""></button><button class="stop" data-do="stop">Stop</button><button class="reset" data-do="reset">Reset</button>${inputs}</div>
        <div class="witness" role="group" aria-label="Witnesses: use them while it runs">
          <span class="dial"><i class="hand"></i></span><small>drawn by this page</small>
          ${throughput ? '' : '<span class="dial"><i class="ring"></i></span><small>drawn by another thread</small>'}
          <input type="text" class="typing" placeholder="type here" aria-label="Type here while it runs" autocomplete="off">
          <button class="count" data-do="click">Click me</button><small class="clicks">no click yet</small></div>
        <p class="error" role="alert"></p><p class="status" role="status"></p><progress class="done" value="0" aria-label="Done so far"></progress>
        <table class="strips"><caption class="unseen">What was recorded, way by way</caption>
          <thead><tr><th scope="col"><span class="unseen">way</span></th><th scope="col"><span class="unseen">timeline</span><div class="scale"></div></th><th scope="col">total</th><th scope="col">longest stall</th><th scope="col">frames</th></tr></thead>
          <tbody>${rows}</tbody></table>
        <div class="output" role="group" aria-label="What the way that runs writes into the page"></div>
        <p class="tools"></p><p class="legend" aria-hidden="true"></p><div class="conclusion"></div>
        <details class="measures"><summary>All figures and events</summary><div class="figures"></div><div class="events"></div>
          <button data-do="again">Five runs of each way</button> <button data-do="save">Save the trace</button></details>
        <div class="recorded"><slot></slot></div>
        <a class="restore"${params.length ? '' : ' hidden'}>Link to these settings</a></section>`;
    }

    /** Writes the settings into every text that names one. */
    #label() {
      const [{ lead, run, params, variants }, values] = [this.#declaration, this.#settings()];
      const fill = (/** @type {string} */ text) => params.reduce((/** @type {string} */ filled, /** @type {any} */ p, /** @type {number} */ i) => filled.replaceAll(`{${p.name}|s}`, `${values[i] / 1000} s`), text);
      this.#say({ lead: fill(lead), run: `Run: ${fill(run)}` });
      this.#all('.one').forEach((button, i) => button.setAttribute('aria-label', `Run ${variants[i].name}: ${button.title = fill(variants[i].warning)}`));
      this.#part('restore').href = `?${params.map((/** @type {any} */ p, /** @type {number} */ i) => `${this.dataset.example}.${p.name}=${values[i]}`).join('&')}`;
    }

    /** Takes a value for a parameter, or says why not and goes back to the default. */
    #set(/** @type {HTMLInputElement} */ input, /** @type {string} */ text) {
      const { label, min, max, default: usual, unit } = this.#declaration.params.find((/** @type {any} */ p) => p.name === input.dataset.param);
      const value = text.trim() === '' ? NaN : Number(text);
      const fits = value >= min && value <= max;
      input.value = String(fits ? value : usual);
      this.#say({ error: fits ? '' : `${text ? `'${text}' will not do. ` : ''}For '${label}' give a number from ${min} to ${max} ${unit}; ${usual} ${unit} is used.` });
      this.#label();
    }

    #heard(/** @type {Event} */ event) {
      this.#inputs.push(event.timeStamp, performance.now(), Number(event.type !== 'click'));
      const waits = this.#inputs.flatMap((at, i, all) => (i % 3 === 1 ? [at - all[i - 1]] : []));
      this.#say({ clicks: `${waits.length} heard, slowest after ${Math.round(Math.max(...waits)).toLocaleString('en')} ms` });
    }

    async #run(/** @type {string | null} */ variant, times = 1) {
      if (this.#busy()) return this.#say({ error: 'This panel is running already. Press Stop first, or wait for the end.' });
      if (this.dataset.state === 'failed') this.#reset();
      // What is on the screen costs every frame, and a run should not pay for the one before.
      if (!variant) this.#clear(RESULTS);
      this.#say({ status: document.querySelector('wasm-example:is([data-state=loading], [data-state=running])') ? 'Another panel runs; this one is next. Press Stop there to go on at once.' : 'Loading.' });
      this.#state(this.#glue ? 'running' : 'loading');
      const page = this.#page = {
        stopped: false, whole: new AbortController(), site: root.href, inputs: this.#inputs, part: (/** @type {string} */ name) => this.#part(name),
        status: (/** @type {string} */ text) => page.stopped || this.#say({ status: text }),
        progress: (/** @type {number} */ done) => this.#part('done').value = done,
      };
      const [before, { signal }] = [last, page.whole];
      // One that is stopped before its turn does not let the next go before that.
      last = before.then(() => new Promise((resolve) => signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())));
      try {
        await before;
        if (page.stopped) return;
        page.status('Loading.');
        panel ??= load(this.dataset.panelJs, this.dataset.panelWasm).catch((error) => { panel = null; throw error; });
        const [shared, glue] = await Promise.all([/** @type {any} */ (panel), this.#glue ?? load(this.dataset.js, this.dataset.wasm, signal)]);
        if (page.stopped) return;
        this.#glue = glue;
        if (!(this.#runs instanceof shared.Runs)) this.#runs = new shared.Runs();
        this.#state('running');
        const request = { example: this.dataset.example, declaration: this.#declaration, settings: this.#settings(), variant, times,
          broken: this.#query.get(`${this.dataset.example}.broken`), picked: this.#all('[name=answer]').findIndex((input) => input.checked) };
        const answer = JSON.parse(await Promise.race([this.#runs.run(JSON.stringify(request), this.#glue, page), trap(signal, glue.stop)]));
        if (page.stopped) return;
        this.report = answer.report;
        this.#say({ status: answer.words, error: '' });
        this.#state('done');
        this.dispatchEvent(new CustomEvent('wasm-example-done', { bubbles: true, detail: this.report }));
      } catch (error) {
        if (page.stopped) return;
        this.report = null;
        this.#say({ status: '', error: `${(error instanceof Error ? error.message : String(error)).replace(/[^.]$/, '$&.')} Press Run to try again.` });
        this.#state('failed');
      } finally { [page.stopped = true, page.whole.abort()]; }
    }

    #stop() {
      if (!this.#busy()) return;
      this.#page.stopped = true;
      // A file that does not come need not be waited for by others.
      if (this.dataset.state === 'loading') this.#page.whole.abort();
      this.#glue?.stop();
      this.#say({ error: '', status: 'Stopped. What had run is not kept.' });
      this.#state('ready');
    }

    #reset() {
      this.#stop();
      // A new instance makes a module that has panicked work again.
      if (this.dataset.state === 'failed') this.#glue?.__wbg_reset_state();
      this.#runs?.forget();
      [this.report, this.#inputs] = [null, []];
      this.#clear(`${RESULTS}, .error, .status`);
      this.#say({ clicks: 'no click yet' });
      this.#state('idle');
    }
  }
  customElements.define('wasm-example', WasmExample);
}
