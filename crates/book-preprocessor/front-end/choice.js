// Five questions about a job, and the variant that the reader's own figures recommend for it.

import { choose, DOES, SEVERAL } from './estimate.js';
import { button, keepArrows, make, onPaper } from './parts.js';

/** The example whose run has the figures. */
const EXAMPLE = 'chooser';

/** @typedef {import('./estimate.js').Job} Job */
/** @typedef {import('./estimate.js').Estimate} Estimate */

/** @param {number} ms */
const inMs = (ms) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms`;

/** What a variant is called where a job is done. @param {string} variant @param {Job} job */
function named(variant, { count, chained }) {
  if (variant === 'sequential') return 'plain sequential code';
  if (variant === 'two workers') return count === 1 ? 'a worker' : 'two workers';
  return count === 1 ? 'an await' : chained ? 'sequential awaits' : 'concurrent awaits';
}

/**
 * How long each variant would take and stall the page, as bars and figures.
 * @param {Estimate[]} variants
 * @param {Estimate} best
 * @param {Job} job
 */
function table(variants, best, job) {
  const longest = Math.max(...variants.map(({ total }) => total));
  const jobs = job.count === 1 ? 'a job' : `${job.count} jobs`;
  const title = `How long ${jobs} of ${inMs(job.ms)} would take and stall the page, calculated from your run`;
  const whole = make('table');
  whole.append(make('caption', title));
  for (const { variant, total, stall, out } of variants) {
    const row = make('tr', '', { className: variant === best.variant ? 'best' : '' });
    const stalled = stall < 1 ? 'no stall' : `stalls for ${inMs(stall)}${out ? ': out' : ''}`;
    const bar = make('td', '', { className: 'bar', ariaHidden: 'true' });
    bar.append(part('stall', Math.min(stall, total) / longest));
    bar.append(part('rest', Math.max(0, total - stall) / longest));
    const name = make('th', named(variant, job), { scope: 'row' });
    row.append(name, bar, make('td', inMs(total)), make('td', stalled));
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
 * Why a variant is recommended.
 * @param {Estimate[]} variants
 * @param {Estimate} best
 * @param {Estimate[]} rivals
 * @param {Job} job
 */
function reason(variants, best, rivals, job) {
  const others = rivals.slice(1).map(({ variant }) => named(variant, job));
  const simple = best.variant === 'sequential' ? 'plain code is the simplest' : 'this is simpler';
  if (others.length) {
    const why = `${others.join(' and ')} would be about as fast, and ${simple}.`;
    return why.charAt(0).toUpperCase() + why.slice(1);
  }
  const isAlone = variants.length > 1 && variants.filter(({ out }) => !out).length === 1;
  return isAlone
    ? 'The others stall the page for too long.'
    : 'It’s the fastest of the variants that are allowed here.';
}

class BestVariant extends HTMLElement {
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
      this.#choice('place', 'What is kept waiting while it runs?', [
        'a user, because it runs on a page',
        'nobody, because it runs in a script',
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
      return this.#say(['The answer is calculated from your own figures.'], this.#run);
    if (report.outcome === 'unmeasurable') {
      const none = 'Your last run could not be measured, so there is nothing to calculate from.';
      return this.#say([none], this.#run);
    }
    const job = this.#job();
    if (!(job.ms >= 1 && job.ms <= 10_000))
      return this.#say(['Enter a length from 1 to 10,000 ms.']);
    const { variants, best, rivals } = choose(report, job);
    const take = make('b', `Take ${named(best.variant, job)}.`);
    this.#say([take, ` ${reason(variants, best, rivals, job)}`], table(variants, best, job));
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

customElements.define('best-variant', BestVariant);
