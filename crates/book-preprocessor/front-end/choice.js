// @ts-check
// Five questions about a job, and the way that the reader's own figures recommend for it.

import { button, keepArrows, make, onPaper } from './parts.js';

/** The example whose run has the figures. */
const EXAMPLE = 'chooser';
/** From the simplest on. */
const WAYS = ['in turn', 'together', 'two workers'];
/** What a job does: how much of its time it waits, and where its figures stand, for one and for several. */
const DOES = /** @type {Record<string, { waits: number, one: string, several: string }>} */ ({
  computes: { waits: 0, one: 'computing_one', several: 'computing' },
  'does both, half and half': { waits: 0.5, one: 'half_one', several: 'half' },
  waits: { waits: 1, one: 'waiting_one', several: 'waiting' },
});
/** How many the panel has run at the same time. */
const SEVERAL = 8;
/** What a page may be held for once, and again and again, in milliseconds. */
const LONG = 50;
const FRAME = 1000 / 60;
/** What is this much slower is about as fast. */
const ABOUT = 1.15;

/** @typedef {{ onPage: boolean, does: string, count: number, chained: boolean, ms: number }} Job */
/** @typedef {{ way: string, total: number, hold: number, out: boolean }} Way */

/** Works out, from a report of the panel, what a job would take in each way, and which way is the best. @param {any} report @param {Job} job @returns {{ ways: Way[], best: Way, rivals: Way[] }} */
export function choose(report, { onPage, does, count, chained, ms }) {
  const { waits, one, several } = DOES[does];
  const { each } = report.params;
  const median = (/** @type {string} */ way, /** @type {string} */ measure) => report.variants.find((/** @type {any} */ variant) => variant.name === way).measures.find((/** @type {any} */ it) => it.name === measure).median;
  const ways = WAYS.map((way) => {
    // The start of a worker does not grow with the job.
    const fixed = way === 'two workers' ? Math.max(0, median(way, one) - each) : 0;
    const alone = median(way, one) - fixed;
    const grows = count === 1 ? alone : chained ? count * alone : Math.max(alone, median(way, several) - fixed);
    const total = fixed + (grows * ms) / each;
    const computes = (1 - waits) * ms;
    const hold = way === 'two workers' ? 0 : way === 'in turn' ? total : chained ? computes : count * computes;
    const again = way === 'together' && chained && count > 1;
    return { way, total, hold, out: onPage && hold > (again ? FRAME : LONG) };
  });
  const left = ways.filter(({ out }) => !out);
  const fastest = Math.min(...left.map(({ total }) => total));
  const rivals = left.filter(({ total }) => total <= ABOUT * fastest);
  return { ways, best: rivals[0], rivals };
}

/** @param {number} ms */
const inMs = (ms) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms`;

/** What a way is called where a job is done. @param {string} way @param {Job} job */
function named(way, { count, chained }) {
  if (way === 'in turn') return 'plain code, in turn';
  if (way === 'two workers') return count === 1 ? 'a worker' : 'two workers';
  return count === 1 ? 'an await' : chained ? 'awaits, one after the other' : 'awaits, together';
}

/** What each way would take and hold, as bars and figures. @param {Way[]} ways @param {Way} best @param {Job} job */
function table(ways, best, job) {
  const longest = Math.max(...ways.map(({ total }) => total));
  const whole = make('table');
  whole.append(make('caption', `What ${job.count === 1 ? 'a job' : `${job.count} jobs`} of ${inMs(job.ms)} would take and hold, worked out from your run`));
  whole.append(...ways.map((it) => {
    const { way, total, hold, out } = it;
    const row = make('tr', '', { className: it === best ? 'best' : '' });
    const bar = make('td', '', { className: 'bar', ariaHidden: 'true' });
    bar.append(...[['hold', Math.min(hold, total)], ['rest', Math.max(0, total - hold)]].map(([className, length]) => {
      const part = make('i', '', { className });
      part.style.inlineSize = `${(100 * Number(length)) / longest}%`;
      return part;
    }));
    row.append(make('th', named(way, job), { scope: 'row' }), bar, make('td', inMs(total)), make('td', hold < 1 ? 'holds nothing' : `holds for ${inMs(hold)}${out ? ': out' : ''}`));
    return row;
  }));
  return whole;
}

class BestWay extends HTMLElement {
  #form = /** @type {HTMLFormElement} */ (make('form'));
  #answer = make('div', '', { className: 'answer' });
  /** The part that is read aloud. */ #verdict = make('p');
  #beside = make('div');
  #run = button('Run the panel above', () => this.#panel()?.shadowRoot.querySelector('.run').click());

  connectedCallback() {
    if (this.contains(this.#form) || onPaper) return;
    this.#form.append(
      this.#choice('place', 'Who is kept from something while it runs?', ['a reader: it runs on a page', 'nobody: it runs in a script']),
      this.#choice('does', 'What does a job do?', Object.keys(DOES)),
      this.#choice('count', 'How many are there at the same time?', [`several, say ${SEVERAL}`, 'one']),
      this.#choice('chained', 'Does each need the one before?', ['no', 'yes']),
      this.#length(),
    );
    this.#verdict.setAttribute('role', 'status');
    this.#answer.append(this.#verdict, this.#beside);
    this.#form.addEventListener('input', () => this.#show());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    keepArrows(this);
    document.addEventListener('wasm-example-done', () => this.#show());
    this.replaceChildren(this.#form, this.#answer);
    this.#show();
  }

  #panel() {
    return /** @type {any} */ (document.querySelector(`wasm-example[data-example="${EXAMPLE}"]`));
  }

  /** @param {string} name @param {string} question @param {string[]} answers */
  #choice(name, question, answers) {
    const set = make('fieldset');
    set.append(make('legend', question), ...answers.map((answer, nth) => {
      const label = make('label');
      label.append(make('input', '', { type: 'radio', name, value: String(nth), checked: nth === 0 }), ` ${answer}`);
      return label;
    }));
    return set;
  }

  #length() {
    const label = make('label', 'How long does one take, on the slowest machine that counts? ');
    label.append(make('input', '', { type: 'number', name: 'ms', value: '40', min: '1', max: '10000', step: '1' }), ' ms');
    return label;
  }

  #show() {
    const given = new FormData(this.#form);
    const nth = (/** @type {string} */ name) => Number(given.get(name));
    const ms = nth('ms');
    const report = this.#panel()?.report;
    const say = (/** @type {(string | Node)[]} */ words, /** @type {Node[]} */ beside) => {
      this.#verdict.replaceChildren(...words);
      const hadFocus = document.activeElement === this.#run && !beside.includes(this.#run);
      this.#beside.replaceChildren(...beside);
      if (hadFocus) this.#form.querySelector('input')?.focus({ preventScroll: true });
    };
    if (!report?.outcome) return say(['The answer is worked out from your own figures.'], [this.#run]);
    if (report.outcome === 'unmeasurable') return say(['Your last run could not be measured, so there is nothing to answer from.'], [this.#run]);
    if (!(ms >= 1 && ms <= 10_000)) return say(['Give a length from 1 to 10,000 ms.'], []);
    const does = Object.keys(DOES)[nth('does')];
    const job = { onPage: nth('place') === 0, does, count: nth('count') === 0 ? SEVERAL : 1, chained: nth('chained') === 1, ms };
    const { ways, best, rivals } = choose(report, job);
    const others = rivals.slice(1).map(({ way }) => named(way, job));
    const why = others.length ? `${others.join(' and ')} would be about as fast, and ${best.way === 'in turn' ? 'plain code is the simplest' : 'this is simpler'}.`
      : ways.some(({ out }) => out) && ways.filter(({ out }) => !out).length === 1 ? 'The others hold the page for too long.'
        : 'Of the ways that are allowed here, it is the fastest.';
    say([make('b', `Take ${named(best.way, job)}.`), ` ${why.charAt(0).toUpperCase()}${why.slice(1)}`], [table(ways, best, job)]);
  }
}

customElements.define('best-way', BestWay);
