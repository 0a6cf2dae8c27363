// Five questions about a job, and the way that the reader's own figures recommend for it.

import { choose, DOES, SEVERAL } from './estimate.js';
import { button, keepArrows, make, onPaper } from './parts.js';

/** The example whose run has the figures. */
const EXAMPLE = 'chooser';

/** @typedef {import('./estimate.js').Job} Job */
/** @typedef {import('./estimate.js').Way} Way */

/** @param {number} ms */
const inMs = (ms) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms`;

/** What a way is called where a job is done. @param {string} way @param {Job} job */
function named(way, { count, chained }) {
  if (way === 'in turn') return 'plain code, in turn';
  if (way === 'two workers') return count === 1 ? 'a worker' : 'two workers';
  return count === 1 ? 'an await' : chained ? 'awaits, one after the other' : 'awaits, together';
}

/**
 * What each way would take and hold, as bars and figures.
 * @param {Way[]} ways
 * @param {Way} best
 * @param {Job} job
 */
function table(ways, best, job) {
  const longest = Math.max(...ways.map(({ total }) => total));
  const jobs = job.count === 1 ? 'a job' : `${job.count} jobs`;
  const title = `What ${jobs} of ${inMs(job.ms)} would take and hold, worked out from your run`;
  const whole = make('table');
  whole.append(make('caption', title));
  for (const { way, total, hold, out } of ways) {
    const row = make('tr', '', { className: way === best.way ? 'best' : '' });
    const held = hold < 1 ? 'holds nothing' : `holds for ${inMs(hold)}${out ? ': out' : ''}`;
    const bar = make('td', '', { className: 'bar', ariaHidden: 'true' });
    bar.append(part('hold', Math.min(hold, total) / longest));
    bar.append(part('rest', Math.max(0, total - hold) / longest));
    const name = make('th', named(way, job), { scope: 'row' });
    row.append(name, bar, make('td', inMs(total)), make('td', held));
    whole.append(row);
  }
  return whole;
}

/** A part of a bar. @param {string} className @param {number} share Of the width. */
function part(className, share) {
  const own = make('i', '', { className });
  own.style.inlineSize = `${100 * share}%`;
  return own;
}

/**
 * Why a way is recommended.
 * @param {Way[]} ways
 * @param {Way} best
 * @param {Way[]} rivals
 * @param {Job} job
 */
function reason(ways, best, rivals, job) {
  const others = rivals.slice(1).map(({ way }) => named(way, job));
  const simple = best.way === 'in turn' ? 'plain code is the simplest' : 'this is simpler';
  if (others.length) {
    const why = `${others.join(' and ')} would be about as fast, and ${simple}.`;
    return why.charAt(0).toUpperCase() + why.slice(1);
  }
  const isAlone = ways.length > 1 && ways.filter(({ out }) => !out).length === 1;
  return isAlone
    ? 'The others hold the page for too long.'
    : 'Of the ways that are allowed here, it is the fastest.';
}

class BestWay extends HTMLElement {
  #form = make('form');
  #answer = make('div', '', { className: 'answer' });
  /** The part that is read aloud. */
  #verdict = make('p', '', { role: 'status' });
  #beside = make('div');
  // What comes of it stands in the panel.
  #run = button('Run the panel above', () =>
    this.#panel()
      ?.run()
      .catch(() => {}),
  );

  connectedCallback() {
    if (this.contains(this.#form) || onPaper) return;
    this.#form.append(
      this.#choice('place', 'Who is kept from something while it runs?', [
        'a reader: it runs on a page',
        'nobody: it runs in a script',
      ]),
      this.#choice('does', 'What does a job do?', Object.keys(DOES)),
      this.#choice('count', 'How many are there at the same time?', [
        `several, say ${SEVERAL}`,
        'one',
      ]),
      this.#choice('chained', 'Does each need the one before?', ['no', 'yes']),
      this.#length(),
    );
    this.#answer.append(this.#verdict, this.#beside);
    this.#form.addEventListener('input', () => this.#show());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    keepArrows(this);
    document.addEventListener('wasm-example-done', () => this.#show());
    this.replaceChildren(this.#form, this.#answer);
    this.#show();
  }

  /** @returns {Panel | null} */
  #panel() {
    return document.querySelector(`wasm-example[data-example="${EXAMPLE}"]`);
  }

  /** @param {string} name @param {string} question @param {string[]} answers */
  #choice(name, question, answers) {
    const set = make('fieldset');
    set.append(
      make('legend', question),
      ...answers.map((answer, nth) => {
        const label = make('label');
        label.append(
          make('input', '', { type: 'radio', name, value: String(nth), checked: nth === 0 }),
          ` ${answer}`,
        );
        return label;
      }),
    );
    return set;
  }

  #length() {
    const label = make('label', 'How long does one take, on the slowest machine that counts? ');
    label.append(
      make('input', '', {
        type: 'number',
        name: 'ms',
        value: '40',
        min: '1',
        max: '10000',
        step: '1',
      }),
      ' ms',
    );
    return label;
  }

  /** Says what the reader's last run recommends for the job. */
  #show() {
    const report = this.#panel()?.report;
    if (!report?.outcome)
      return this.#say(['The answer is worked out from your own figures.'], this.#run);
    if (report.outcome === 'unmeasurable') {
      const none = 'Your last run could not be measured, so there is nothing to answer from.';
      return this.#say([none], this.#run);
    }
    const job = this.#job();
    if (!(job.ms >= 1 && job.ms <= 10_000))
      return this.#say(['Give a length from 1 to 10,000 ms.']);
    const { ways, best, rivals } = choose(report, job);
    const take = make('b', `Take ${named(best.way, job)}.`);
    this.#say([take, ` ${reason(ways, best, rivals, job)}`], table(ways, best, job));
  }

  /** The job that the answers describe. @returns {Job} */
  #job() {
    const given = new FormData(this.#form);
    const nth = (/** @type {string} */ name) => Number(given.get(name));
    return {
      onPage: nth('place') === 0,
      does: Object.keys(DOES)[nth('does')],
      count: nth('count') === 0 ? SEVERAL : 1,
      chained: nth('chained') === 1,
      ms: nth('ms'),
    };
  }

  /** @param {(string | Node)[]} words @param {HTMLElement} [beside] */
  #say(words, beside) {
    this.#verdict.replaceChildren(...words);
    const hadFocus = document.activeElement === this.#run && beside !== this.#run;
    this.#beside.replaceChildren(...(beside ? [beside] : []));
    if (hadFocus) this.#form.querySelector('input')?.focus({ preventScroll: true });
  }
}

customElements.define('best-way', BestWay);
