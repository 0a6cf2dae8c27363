// The verdict board: shows what the reader's own runs found, runs all panels one after the other,
// hands the results out and takes them in.

import { clearAll, handOutAll, takeIn } from './exchange.js';
import { counted, found, isAmiss, key, onNews, showYours, tellRow, WORDS } from './findings.js';
import { all, button, keepArrows, make, onPaper, sureButton } from './parts.js';
import { summaryHash, summarySent } from './summary.js';
import { begun, duration, left, note, Pace, runInFrame, settle, whenVisible } from './whole-run.js';

/** @typedef {import('./whole-run.js').Example} Example */
/** @typedef {import('./summary.js').Claim} Claim */

class VerdictBoard extends HTMLElement {
  /** @type {Example[]} */
  #examples = [];
  /** The claims in their order, each with its square and its row. @type {Claim[]} */
  #claims = [];
  /** The panel that runs. @type {Panel | null} */
  #panel = null;
  #running = false;
  /** The end of the run of all that was begun last. */
  #whole = Promise.resolve();
  #said = make('p', '', { role: 'status' });
  #alert = make('p', '', { role: 'alert' });
  #counts = make('p', '', { className: 'counts' });
  #progress = make('progress', '', { value: 0, hidden: true, ariaLabel: 'Panels run so far' });
  #stage = make('div', '', { className: 'stage' });
  #go = button('', () => this.#begin());
  #stop = button('Stop', () => this.#halt());
  #anew = button('Begin anew', () => this.#begin(true));
  #link = make('a', 'Link to a summary of my findings');

  connectedCallback() {
    if (this.contains(this.#said) || onPaper) return;
    this.#examples = JSON.parse(this.dataset.examples ?? '[]');
    const rows = new Map(all('.claims [data-claim]').map((row) => [row.dataset.claim, row]));
    this.#claims = all('.mosaic [data-claim]').map((tile) => ({
      claim: tile.dataset.claim ?? '',
      tile,
      row: rows.get(tile.dataset.claim) ?? tile,
    }));
    this.#go.className = 'go';
    const controls = make('div', '', { className: 'all' });
    controls.append(this.#counts, this.#go, this.#stop, this.#anew, this.#progress);
    controls.append(this.#said, this.#alert, this.#stage, this.#exchange());
    this.append(key(), controls);
    keepArrows(this);
    onNews(() => this.#show());
    addEventListener('hashchange', () => this.#showSent());
    this.dataset.here = '';
    this.#rest();
    this.#show();
    this.#showSent();
    if (begun()?.goesOn) this.#begin();
  }

  /** What hands results out and takes them in. */
  #exchange() {
    const box = make('div');
    const file = make('input', '', { type: 'file', accept: '.json,application/json' });
    file.addEventListener('change', async () => {
      const [chosen] = file.files ?? [];
      if (chosen) this.#takeIn(await chosen.text());
      file.value = '';
    });
    const label = make('label', 'Import results', { className: 'file' });
    label.append(file);
    const sure = 'Yes, clear everything this book has stored about me';
    const clear = sureButton('Clear my data', sure, () => this.#clear());
    box.append(button('Export my results', handOutAll), label, clear, this.#link);
    return box;
  }

  /** Shows what the reader's runs found: in each claim's row and square, counted, and as a link. */
  #show() {
    const results = keptResults.read();
    const findings = this.#claims.map(({ row }) => found(results, row));
    this.#claims.forEach(({ claim, tile, row }, nth) => {
      const it = findings[nth];
      for (const place of [tile, row]) {
        if (it) place.dataset.found = it.finding;
        else delete place.dataset.found;
      }
      const state = row.dataset.home ? 'not run yet' : 'needs no run';
      tile.title = `${claim}: ${it ? WORDS[it.finding] : state}`;
      tile.setAttribute('aria-label', tile.title);
      const example = this.#examples.find(({ slug }) => slug === row.dataset.home);
      tellRow(row, it, results, example);
    });
    const measured = findings.filter((it) => it !== undefined);
    const amiss = measured.filter(isAmiss).map(({ claim }) => claim);
    const total = this.#claims.filter(({ row }) => row.dataset.home).length;
    const others = amiss.length ? ` Not as this book expects: ${amiss.join(', ')}.` : '';
    this.#counts.textContent = measured.length
      ? `You have run ${measured.length} of ${total} claims: ${counted(measured)}.${others}`
      : `You have run none of the ${total} claims that a panel settles.`;
    this.#link.hidden = measured.length === 0;
    this.#link.href = summaryHash(findings);
  }

  /** Shows the summary that a link carries. */
  #showSent() {
    this.querySelector('.sent')?.remove();
    const sent = summarySent(location.hash, this.#claims);
    if (sent) this.append(sent);
  }

  /** Says how things stand while nothing runs. */
  #rest() {
    const noted = begun();
    const rest = left(this.#examples, noted ?? { done: [], again: [] });
    this.#go.textContent = noted
      ? `Continue: ${rest.length} panels left`
      : `Run all ${rest.length} panels`;
    this.#go.hidden = false;
    this.#stop.hidden = this.#progress.hidden = true;
    this.#anew.hidden = !noted;
    this.dataset.state = 'idle';
    delete this.dataset.phase;
    this.#mark(null);
    if (!noted)
      this.#say(
        `It takes about ${duration(rest)}. The page freezes now and then, because that’s what some panels show. Keep this tab in front.`,
      );
  }

  /** @param {string} text */
  #say(text) {
    this.#said.textContent = text;
  }

  #halt() {
    if (!this.#running) return;
    this.#running = false;
    this.#panel?.stop();
    this.#say('Stopped. The findings so far are saved; the panel that was running didn’t finish.');
  }

  #begin(anew = false) {
    if (!this.#running) this.#whole = this.#runAll(anew);
  }

  async #runAll(anew = false) {
    const { done, again } = (anew ? null : begun()) ?? { done: [], again: [] };
    const progress = { done, again };
    note(progress);
    this.#running = true;
    this.#go.hidden = this.#anew.hidden = true;
    this.#stop.hidden = this.#progress.hidden = false;
    this.#stop.focus({ preventScroll: true });
    this.#alert.replaceChildren();
    this.dataset.state = 'running';
    const isWhole = await this.#runLeft(progress);
    if (isWhole === null) return;
    this.#stage.replaceChildren();
    this.#panel = null;
    this.#running = false;
    if (isWhole) note(null);
    // Whoever reads elsewhere by now is left there.
    const onStop = document.activeElement === this.#stop;
    this.#rest();
    const missed = this.#alert.childElementCount;
    const end = missed
      ? `All panels were tried, and ${missed} did not run.`
      : 'All panels have run.';
    if (isWhole) this.#say(end);
    this.dataset.state = isWhole ? 'done' : 'stopped';
    if (onStop) this.#go.focus({ preventScroll: true });
  }

  /**
   * Runs what is left, and says whether it came to the end; null where the page is loaded anew.
   * @param {import('./whole-run.js').Progress} progress
   */
  async #runLeft(progress) {
    const pace = new Pace();
    for (let ran = 0; ; ran++) {
      const rest = left(this.#examples, progress);
      const [example] = rest;
      if (!example) return true;
      const isRetry = progress.again.includes(example.slug);
      this.dataset.phase = isRetry ? 'again' : example.cores ? 'cores' : 'first';
      if (document.hidden)
        this.#say('Waiting until this tab is in front again: a hidden page draws nothing.');
      await whenVisible();
      if (!this.#running) return false;
      this.#announce(example, progress.done.length, isRetry, duration(rest, pace.value));
      const begin = performance.now();
      const { outcome, why } = await runInFrame(this.#stage, example, (panel) => {
        this.#panel = panel;
        return this.#running;
      });
      this.#show();
      if (!this.#running) return false;
      // Chromium gives the memory of frames that have gone back when the page itself goes.
      if (outcome === 'memory' && ran > 0) {
        note({ ...progress, goesOn: true });
        if (begun()?.goesOn) {
          location.reload();
          return null;
        }
      }
      pace.add(example, performance.now() - begin);
      if (outcome === 'failed') this.#complain(example, why ?? '');
      else if (outcome === 'memory' && isRetry)
        this.#complain(example, 'the browser gave it no memory.');
      settle(progress, example.slug, outcome);
    }
  }

  /**
   * @param {Example} example
   * @param {number} done
   * @param {boolean} isRetry
   * @param {string} rest How long the rest takes.
   */
  #announce({ slug, title }, done, isRetry, rest) {
    const all = this.#examples.length;
    this.#alert.querySelector(`[data-example="${slug}"]`)?.remove();
    this.#progress.max = all;
    this.#progress.value = done;
    const again = isRetry ? ', and some are tried once more' : '';
    const now = title.replace(/[^.…?!]$/, '$&.');
    this.#say(`${done} of ${all} done${again}. Now: ${now} About ${rest} left.`);
    this.#mark(slug);
  }

  /** Shows which claims are being settled, if any. @param {string | null} slug */
  #mark(slug) {
    for (const { tile, row } of this.#claims) {
      if (slug && row.dataset.home === slug) tile.dataset.now = '';
      else delete tile.dataset.now;
    }
  }

  /** @param {Example} example @param {string} why */
  #complain({ slug, title }, why) {
    const complaint = make('span', `“${title}” did not run: ${why} `);
    complaint.dataset.example = slug;
    this.#alert.append(complaint);
  }

  /** @param {string} text A file's. */
  #takeIn(text) {
    const came = takeIn(text, new Set(this.#examples.map(({ slug }) => slug)));
    this.#alert.textContent =
      'refused' in came
        ? `The file was not imported: ${came.refused}. Your own results are unchanged.`
        : '';
    if ('taken' in came) this.#say(came.taken);
    this.#show();
  }

  async #clear() {
    this.#halt();
    await this.#whole;
    await clearAll();
    this.#rest();
    this.#say(
      'Everything this book had stored about you is gone: findings, answers, orders. Your theme and the offline copy of the book stay.',
    );
    this.#show();
  }
}

customElements.define('verdict-board', VerdictBoard);
showYours();
onNews(showYours);
