// @ts-check
// The verdict board: shows what the reader's own runs found, runs all panels one after the other, hands the results out and takes them in.

/** @typedef {{ claim: string, finding: string, expected: boolean, why: string }} Found */
/** @typedef {{ date: number, took: number, browser: string, module: string, settings: Record<string, number>, findings: Found[] }} Result */
/** @typedef {{ slug: string, title: string, page: string, module: string, cores: number, took: number, settings: Record<string, number> }} Example */
/** @typedef {{ done: string[], again: string[], goesOn?: boolean }} Progress What has been run in this run of all, what is to be tried once more, and whether it goes on by itself. */

import { button, keepArrows, make, onPaper, sureButton } from './parts.js';

const { read, keep, isResult, handOut } = /** @type {any} */ (window).keptResults;
const RUN = 'await-and-see.run-all';
const BOOK = 'Await and See';
const SCHEMA = 1;
/** What is assumed of a run that nobody has timed, and how long any, and the loading of its page, may take before it is given up, in milliseconds. */
const USUAL = 5000;
const LONGEST = 120_000;
const LONGEST_LOAD = 30_000;
const WORDS = /** @type {Record<string, string>} */ ({ holds: 'holds', conditional: 'holds with a condition', misleading: 'misleading', false: 'false', unmeasurable: 'not shown this time' });
/** How many were found so, said of one and of several. */
const COUNTED = /** @type {Record<string, [string, string]>} */ ({ holds: ['holds', 'hold'], conditional: ['holds with a condition', 'hold with a condition'], misleading: ['is misleading', 'are misleading'], false: ['is false', 'are false'], unmeasurable: ['was not shown', 'were not shown'] });
const SIGNS = /** @type {Record<string, string>} */ ({ holds: '✓', conditional: 'if', misleading: '≠', false: '✗', unmeasurable: '–' });
const FINDINGS = Object.keys(WORDS);
/** A finding in a link, and none. */
const LETTERS = 'hcmfu';
const NONE = '-';

/** @param {string} selector @returns {HTMLElement[]} */
const all = (selector) => [...document.querySelectorAll(selector)].map((it) => /** @type {HTMLElement} */ (it));
const whenVisible = () => new Promise((resolve) => {
  const look = () => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', look);
    resolve(null);
  };
  document.addEventListener('visibilitychange', look);
  look();
});

/** What the reader's runs found about the claim of a row or of a text, at the claim's home. @param {Record<string, Result>} results @param {HTMLElement} place @returns {Found | undefined} */
const found = (results, { dataset: { claim, home } }) => results[home ?? '']?.findings.find((it) => it.claim === claim);

/** Has something shown anew when another tab has run panels, and when the browser shows a page that it has kept for going back. @param {() => void} show */
function onNews(show) {
  addEventListener('storage', show);
  addEventListener('pageshow', (event) => event.persisted && show());
}

/** What a text says of a claim for as long as there is no finding. @type {Map<HTMLElement, Node[]>} */
const told = new Map();

/** Writes the reader's findings to the claims that a text names. */
function showMine() {
  const results = read();
  for (const place of all('.mine [data-claim]')) {
    if (!told.has(place)) told.set(place, [...place.childNodes]);
    const before = /** @type {Node[]} */ (told.get(place));
    const it = found(results, place);
    // A cell of a table has room for the figures of one claim.
    const figures = !place.closest('td') || !place.previousElementSibling;
    const [link, ...rest] = before;
    const says = rest.filter((node) => node instanceof Element && node.matches('.says'));
    place.replaceChildren(...(it ? [link, ...says, ' ', make('b', `${WORDS[it.finding]}.`), figures ? ` ${it.why}` : ''] : before));
  }
  for (const text of all('.mine')) text.dataset.here = '';
}

class VerdictBoard extends HTMLElement {
  /** @type {Example[]} */ #examples = [];
  /** The claims in their order, each with its square and its row. @type {{ claim: string, tile: HTMLElement, row: HTMLElement }[]} */ #claims = [];
  /** @type {any} The panel that runs. */ #panel = null;
  #running = false;
  /** The end of the run of all that was begun last. */ #whole = Promise.resolve();
  #said = make('p');
  #alert = make('p');
  #counts = make('p', '', { className: 'counts' });
  #progress = /** @type {HTMLProgressElement} */ (make('progress', '', { value: 0, hidden: true }));
  #stage = make('div', '', { className: 'stage' });
  #go = button('', () => this.#begin());
  #stop = button('Stop', () => this.#halt());
  #anew = button('Begin anew', () => this.#begin(true));
  #link = /** @type {HTMLAnchorElement} */ (make('a', 'Link to a summary of my findings'));

  connectedCallback() {
    if (this.contains(this.#said) || onPaper) return;
    this.#examples = JSON.parse(this.dataset.examples ?? '[]');
    const rows = new Map(all('.claims [data-claim]').map((row) => [row.dataset.claim, row]));
    this.#claims = all('.mosaic [data-claim]').map((tile) => ({ claim: tile.dataset.claim ?? '', tile, row: rows.get(tile.dataset.claim) ?? tile }));
    this.#said.setAttribute('role', 'status');
    this.#alert.setAttribute('role', 'alert');
    this.#progress.setAttribute('aria-label', 'Panels run so far');
    this.#go.className = 'go';
    const key = make('ul', '', { className: 'key' });
    key.setAttribute('aria-label', 'What the signs say');
    key.append(...FINDINGS.map((finding) => {
      const item = make('li', WORDS[finding]);
      Object.assign(item.dataset, { found: finding, sign: SIGNS[finding] });
      return item;
    }));
    const controls = make('div', '', { className: 'all' });
    controls.append(this.#counts, this.#go, this.#stop, this.#anew, this.#progress, this.#said, this.#alert, this.#stage, this.#exchange());
    this.append(key, controls);
    keepArrows(this);
    onNews(() => this.#show());
    addEventListener('hashchange', () => this.#showSent());
    this.dataset.here = '';
    this.#rest();
    this.#show();
    this.#showSent();
    if (this.#begun()?.goesOn) this.#begin();
  }

  /** Shows what the reader's runs found: in each claim's row and square, counted, and as a link. */
  #show() {
    const results = /** @type {Record<string, Result>} */ (read());
    const count = /** @type {Record<string, number>} */ ({});
    /** @type {string[]} */ const unexpected = [];
    let letters = '';
    for (const { claim, tile, row } of this.#claims) {
      const it = found(results, row);
      letters += it ? LETTERS[FINDINGS.indexOf(it.finding)] : NONE;
      for (const place of [tile, row]) {
        if (it) place.dataset.found = it.finding;
        else delete place.dataset.found;
      }
      tile.title = `${claim}: ${it ? WORDS[it.finding] : row.dataset.home ? 'not run yet' : 'needs no run'}`;
      tile.setAttribute('aria-label', tile.title);
      this.#tell(row, it, results);
      if (!it) continue;
      count[it.finding] = (count[it.finding] ?? 0) + 1;
      if (isAmiss(it)) unexpected.push(claim);
    }
    const parts = FINDINGS.filter((finding) => count[finding]).map((finding) => `${count[finding]} ${COUNTED[finding][count[finding] === 1 ? 0 : 1]}`);
    const total = this.#claims.filter(({ row }) => row.dataset.home).length;
    const measured = Object.values(count).reduce((sum, some) => sum + some, 0);
    this.#counts.textContent = measured === 0 ? `You have run none of the ${total} claims that a panel settles.`
      : `You have run ${measured} of ${total} claims: ${parts.join(', ')}.${unexpected.length ? ` Not as this book expects: ${unexpected.join(', ')}.` : ''}`;
    this.#link.hidden = measured === 0;
    this.#link.href = `#summary=${letters}`;
  }

  /** Says in a claim's row what was found, by which browser, when and with which settings. @param {HTMLElement} row @param {Found | undefined} it @param {Record<string, Result>} results */
  #tell(row, it, results) {
    const yours = row.querySelector('.yours');
    if (!it) return yours?.replaceChildren('You have not run it yet.');
    const home = row.dataset.home ?? '';
    const { date, browser, module, settings } = results[home];
    const when = new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
    const example = this.#examples.find(({ slug }) => slug === home);
    const set = Object.entries(settings).filter(([name, value]) => value !== example?.settings[name]).map(([name, value]) => `${name} ${value}`);
    const notes = [`${browser}, ${when}`, ...(set.length ? [`with ${set.join(', ')}`] : []), ...(module === example?.module ? [] : ['measured by an earlier edition of the panel'])];
    yours?.replaceChildren('You: ', make('b', WORDS[it.finding]), `. ${it.why} `, make('small', `(${notes.join('; ')})`));
    if (isAmiss(it)) yours?.append(' That is not what this book expects.');
  }

  /** Shows the summary that a link carries. */
  #showSent() {
    this.querySelector('.sent')?.remove();
    if (!location.hash.startsWith('#summary')) return;
    const [, letters] = /^#summary=([hcmfu-]+)$/.exec(location.hash) ?? [];
    const sent = make('section', '', { className: 'sent' });
    sent.setAttribute('aria-label', 'A summary that came with the link');
    if (letters?.length !== this.#claims.length) {
      sent.append(make('p', 'The link carries a summary that this board cannot read.'));
      return this.append(sent);
    }
    const results = read();
    const theirs = this.#claims.map(({ claim, row }, nth) => ({ claim, finding: FINDINGS[LETTERS.indexOf(letters[nth])], own: found(results, row)?.finding }));
    const both = theirs.filter(({ finding, own }) => finding && own);
    const differ = both.filter(({ finding, own }) => finding !== own);
    const tiles = make('div', '', { className: 'mosaic' });
    tiles.append(...theirs.map(({ claim, finding }) => {
      const tile = make('span', claim.slice(1), { title: `${claim}: ${WORDS[finding] ?? 'not run'}` });
      if (finding) tile.dataset.found = finding;
      return tile;
    }));
    const compared = both.length === 0 ? 'You have run none of them yourself.'
      : differ.length === 0 ? `You found the same about ${some(both.length)}.` : `You have run ${some(both.length)} of these too, and found otherwise about ${differ.map(({ claim }) => claim).join(', ')}.`;
    sent.append(make('p', `A summary that came with the link. It says what was found about ${some(theirs.filter(({ finding }) => finding).length)}, on another machine or at another time. ${compared}`), tiles);
    this.append(sent);
  }

  /** @returns {Progress | null} */
  #begun() {
    try {
      const begun = JSON.parse(localStorage.getItem(RUN) ?? 'null');
      const names = (/** @type {any} */ list) => Array.isArray(list) && list.every((name) => typeof name === 'string');
      return names(begun?.done) && names(begun.again) ? begun : null;
    } catch {
      return null;
    }
  }

  /** @param {Progress | null} progress */
  #note(progress) {
    try {
      if (progress) localStorage.setItem(RUN, JSON.stringify(progress));
      else localStorage.removeItem(RUN);
    } catch {
      // Where nothing is kept, a run of all has to be begun anew.
    }
  }

  /** What is still to be run: first the panels that any machine can run, then those that need several cores, then what did not work out. @param {Progress} progress */
  #left({ done, again }) {
    const left = this.#examples.filter(({ slug }) => !done.includes(slug)).sort((a, b) => Number(a.cores > 0) - Number(b.cores > 0));
    return [...left, ...this.#examples.filter(({ slug }) => again.includes(slug))];
  }

  /** Says how things stand while nothing runs. */
  #rest() {
    const begun = this.#begun();
    const left = this.#left(begun ?? { done: [], again: [] });
    this.#go.textContent = begun ? `Go on: ${left.length} panels left` : `Run all ${left.length} panels`;
    this.#stop.hidden = true;
    this.#anew.hidden = !begun;
    this.#go.hidden = false;
    this.#progress.hidden = true;
    this.dataset.state = 'idle';
    delete this.dataset.phase;
    this.#mark(null);
    if (!begun) this.#say(`It takes about ${minutes(this.#length(left))}. The page freezes now and then, because that is what some panels show. Leave this tab in front.`);
  }

  /** @param {string} text */
  #say(text) {
    this.#said.textContent = text;
  }

  /** How long some examples take, as far as it is known. @param {Example[]} examples */
  #length(examples) {
    return examples.reduce((sum, { took }) => sum + (took || USUAL), 0);
  }

  #halt() {
    if (!this.#running) return;
    this.#running = false;
    this.#panel?.shadowRoot.querySelector('.stop').click();
    this.#say('Stopped. What has been found is kept; the panel that ran was not finished.');
  }

  #begin(anew = false) {
    if (!this.#running) this.#whole = this.#runAll(anew);
  }

  async #runAll(anew = false) {
    this.#running = true;
    const { done, again } = (anew ? null : this.#begun()) ?? { done: [], again: [] };
    const progress = /** @type {Progress} */ ({ done, again });
    this.#note(progress);
    this.#go.hidden = this.#anew.hidden = true;
    this.#stop.hidden = this.#progress.hidden = false;
    this.#stop.focus({ preventScroll: true });
    this.#alert.textContent = '';
    this.dataset.state = 'running';
    /** What was expected of the panels that have run, and what they took. */
    let [expected, took] = [0, 0];
    let ran = 0;
    for (let left = this.#left(progress); this.#running && left.length; left = this.#left(progress)) {
      const [example] = left;
      const retry = progress.again.includes(example.slug);
      this.dataset.phase = retry ? 'again' : example.cores ? 'cores' : 'first';
      if (document.hidden) this.#say('Waiting until this tab is in front again: a hidden page draws nothing.');
      await whenVisible();
      if (!this.#running) break;
      const pace = expected > 0 ? took / expected : 1;
      this.#progress.max = this.#examples.length;
      this.#progress.value = progress.done.length;
      this.#say(`${progress.done.length} of ${this.#examples.length} done${retry ? ', and some are tried once more' : ''}. Now: ${example.title.replace(/[^.…?!]$/, '$&.')} About ${minutes(this.#length(left) * pace)} left.`);
      this.#mark(example.slug);
      const begin = performance.now();
      const outcome = await this.#runOne(example);
      if (!this.#running) break;
      // Chromium gives the memory of frames that have gone back when the page itself goes.
      if (outcome === 'full' && ran > 0) {
        this.#note({ ...progress, goesOn: true });
        if (this.#begun()?.goesOn) return location.reload();
      }
      ran += 1;
      [expected, took] = [expected + (example.took || USUAL), took + performance.now() - begin];
      const worth = ['failed', 'full', 'ready', 'idle', 'unmeasurable'].includes(outcome);
      if (retry) {
        progress.again = progress.again.filter((slug) => slug !== example.slug);
        if (outcome === 'full') this.#complain(example.slug, `“${example.title}” did not run: the browser gave it no memory. `);
      } else {
        progress.done.push(example.slug);
        if (worth) progress.again.push(example.slug);
      }
      this.#note(progress);
    }
    this.#stage.replaceChildren();
    this.#panel = null;
    const whole = this.#running;
    this.#running = false;
    if (whole) this.#note(null);
    // Whoever reads elsewhere by now is left there.
    const onStop = document.activeElement === this.#stop;
    this.#rest();
    const missed = this.#alert.childElementCount;
    if (whole) this.#say(missed ? `All panels have been tried, and ${missed} did not run.` : 'All panels have run.');
    this.dataset.state = whole ? 'done' : 'stopped';
    if (onStop) this.#go.focus({ preventScroll: true });
  }

  /** Shows which claims are being settled, if any. @param {string | null} slug */
  #mark(slug) {
    for (const { tile, row } of this.#claims) {
      if (slug && row.dataset.home === slug) tile.dataset.now = '';
      else delete tile.dataset.now;
    }
  }

  /** Runs one example on its own page, in a frame, and says how it came out. The frame takes the memory of its modules with it; of a page that held all of them, the last would get none. @param {Example} example */
  async #runOne({ slug, page, title }) {
    this.#alert.querySelector(`[data-example="${slug}"]`)?.remove();
    try {
      const frame = /** @type {any} */ (make('iframe', '', { title: `The page of “${title}”` }));
      // @ts-ignore: `path_to_root`, the site's root, is mdBook's own global.
      frame.src = new URL(page, new URL(path_to_root || '.', document.baseURI)).href;
      this.#stage.replaceChildren(frame);
      await within(LONGEST_LOAD, `${page} did not load`, (resolve) => frame.addEventListener('load', resolve, { once: true }));
      const panel = this.#panel = frame.contentDocument?.querySelector(`wasm-example[data-example="${slug}"]`);
      if (!panel?.shadowRoot) throw new Error(`${page} did not load, or has no such panel`);
      if (!this.#running) return 'stopped';
      const bar = frame.contentDocument.querySelector('#mdbook-menu-bar')?.offsetHeight ?? 0;
      frame.contentWindow.scrollTo({ top: panel.getBoundingClientRect().top - bar, behavior: 'instant' });
      panel.shadowRoot.querySelector('.run').click();
      const state = await ended(panel);
      if (state === 'failed') throw new Error(panel.shadowRoot.querySelector('.error').textContent);
      // A browser that keeps nothing has it in the frame alone.
      const result = frame.contentWindow.keptResults.read()[slug];
      if (state === 'done' && result) keep({ ...read(), [slug]: result });
      this.#show();
      return panel.dataset.outcome ?? state;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (/memory/i.test(why)) return 'full';
      this.#complain(slug, `“${title}” did not run: ${why.replace(/ Press Run to try again\.$/, '').replace(/[^.]$/, '$&.')} `);
      return 'failed';
    }
  }

  /** @param {string} slug @param {string} text */
  #complain(slug, text) {
    const complaint = make('span', text);
    complaint.dataset.example = slug;
    this.#alert.append(complaint);
  }

  /** What hands results out and takes them in. */
  #exchange() {
    const box = make('div');
    const file = /** @type {HTMLInputElement} */ (make('input', '', { type: 'file', accept: '.json,application/json' }));
    file.addEventListener('change', async () => {
      const [chosen] = file.files ?? [];
      if (chosen) this.#takeIn(await chosen.text());
      file.value = '';
    });
    const label = make('label', 'Take results in', { className: 'file' });
    label.append(file);
    const clear = sureButton('Clear my data', 'Yes, clear all that this book keeps of me', () => this.#clear());
    box.append(button('Hand my results out', () => this.#handOut()), label, clear, this.#link);
    return box;
  }

  #handOut() {
    const handed = { book: BOOK, schema: SCHEMA, date: Date.now(), results: read() };
    handOut(JSON.stringify(handed, null, 1), 'await-and-see.json');
  }

  /** Takes results in from a file; of two results of a panel the later one stays. @param {string} text */
  #takeIn(text) {
    this.#alert.textContent = '';
    let handed;
    try {
      handed = JSON.parse(text);
    } catch {
      return this.#refuse('it is not JSON');
    }
    if (handed?.book !== BOOK) return this.#refuse('this book did not write it');
    if (handed.schema !== SCHEMA) return this.#refuse(`its form is ${JSON.stringify(handed.schema ?? null).slice(0, 20)}, and this edition reads form ${SCHEMA}`);
    const entries = Object.entries(handed.results ?? {});
    const faulty = entries.find(([, result]) => !isResult(result));
    if (faulty) return this.#refuse(`what it says of “${faulty[0].slice(0, 40)}” is no result`);
    const known = new Set(this.#examples.map(({ slug }) => slug));
    const results = read();
    let taken = 0;
    for (const [slug, result] of /** @type {[string, Result][]} */ (entries)) {
      if (!known.has(slug) || results[slug]?.date >= result.date) continue;
      results[slug] = result;
      taken += 1;
    }
    const kept = keep(results);
    this.#say(`Taken in: ${taken} of ${entries.length} results.${taken < entries.length ? ' The others are no newer than yours, or of panels that this edition does not have.' : ''}${kept ? '' : ' This browser keeps nothing for this site, so they last until you leave the page.'}`);
    this.#show();
  }

  /** @param {string} why */
  #refuse(why) {
    this.#alert.textContent = `The file was not taken in: ${why}. Your own results are as they were.`;
  }

  /** Removes all that this book keeps of its reader, other than the theme. */
  async #clear() {
    this.#halt();
    await this.#whole;
    for (const name of Object.keys(localStorage).filter((name) => name.startsWith('await-and-see.'))) localStorage.removeItem(name);
    keep({});
    try {
      const stores = await indexedDB.databases();
      for (const { name } of stores) if (name?.startsWith('await-and-see-')) indexedDB.deleteDatabase(name);
    } catch {
      // A browser that refuses them has none.
    }
    this.#rest();
    this.#say('All that this book kept of you is gone: findings, answers, orders. The chosen theme and the copy for reading without a network stay.');
    this.#show();
  }
}

/** Whether something else was found than this book expects. @param {Found} found */
const isAmiss = ({ expected, finding }) => !expected && finding !== 'unmeasurable';

/** @param {number} count */
const some = (count) => `${count} ${count === 1 ? 'claim' : 'claims'}`;

/** A length in words. @param {number} ms */
function minutes(ms) {
  const whole = Math.round(ms / 60_000);
  return ms < 45_000 ? 'half a minute' : whole <= 1 ? 'a minute' : `${whole} minutes`;
}

/** Waits for what `begin` leads to, at most so many milliseconds. @param {number} ms @param {string} why @param {(resolve: (value?: any) => void) => void} begin @returns {Promise<any>} */
function within(ms, why, begin) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(why)), ms);
    begin((value) => [clearTimeout(limit), resolve(value)]);
  });
}

/** Waits until a panel has ended, and says how. @param {HTMLElement} panel @returns {Promise<string>} */
function ended(panel) {
  /** @type {MutationObserver} */ let observer;
  return within(LONGEST, 'it did not come to an end', (resolve) => {
    observer = new MutationObserver(() => {
      if (['done', 'failed', 'ready', 'idle'].includes(panel.dataset.state ?? '')) resolve(panel.dataset.state);
    });
    observer.observe(panel, { attributes: true, attributeFilter: ['data-state'] });
  }).finally(() => observer.disconnect());
}

customElements.define('verdict-board', VerdictBoard);
showMine();
onNews(showMine);
