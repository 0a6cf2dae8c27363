// Forwards and backwards through a recorded run.

import { Moment, stepsOf } from './lab-replay.js';
import { Timeline } from './lab-timeline.js';
import { ms } from './lab-view.js';
import { button, make } from './parts.js';

/** @typedef {import('./lab-replay.js').Recording} Recording */

/** The controls and the timeline of a run; tells of each moment that the reader goes to. */
export class Player {
  element = make('section', '', { className: 'pane time', hidden: true });
  controls = make('div', '', { className: 'controls' });
  #timeline = new Timeline((at, line) => this.goToTime(at, line));
  #scrub = make('input', '', { type: 'range', min: '0', value: '0', ariaLabel: 'Step of the run' });
  /** @type {Recording | null} */
  #recording = null;
  #moves = make('div', '', { className: 'moves' });
  /** @type {number[]} */
  #steps = [];
  #step = 0;
  #onMoment;

  /** @param {(recording: Recording, moment: Moment, where: string) => void} onMoment */
  constructor(onMoment) {
    this.#onMoment = onMoment;
    this.#scrub.addEventListener('input', () => this.#goTo(Number(this.#scrub.value)));
    this.#moves.append(
      button('◀ turn', () => this.#goToTurn(-1)),
      button('◀ step', () => this.move(-1)),
      button('step ▶', () => this.move(1)),
      button('turn ▶', () => this.#goToTurn(1)),
      button('next await ▶', () => this.#goToAwait()),
    );
    this.controls.append(this.#moves, this.#scrub);
    this.element.append(make('h2', 'Virtual time'), this.#timeline.element);
    this.load(null);
    new ResizeObserver(() => this.#draw()).observe(this.element);
  }

  /** Shows the first step of a run, or nothing. @param {Recording | null} recording */
  load(recording) {
    this.#recording = recording;
    this.element.hidden = !recording;
    this.#scrub.disabled = !recording;
    for (const move of this.#moves.querySelectorAll('button')) move.disabled = !recording;
    if (!recording) return;
    this.#steps = stepsOf(recording);
    this.#scrub.max = String(this.#steps.length);
    this.#step = 0;
    this.#draw();
    this.#goTo(0);
  }

  /** Goes so many steps on, or back. @param {number} by */
  move(by) {
    this.#goTo(this.#step + by);
  }

  #draw() {
    const width = this.element.clientWidth - 32;
    if (!this.#recording || width < 1) return;
    this.#timeline.draw(this.#recording, width);
  }

  /** @param {Recording} recording */
  #moment(recording) {
    // Behind the last step is the end.
    const place = this.#steps[this.#step];
    const moment = new Moment(recording, place ?? recording.events.length - 1);
    if (place === undefined) moment.at = recording.end.at;
    return moment;
  }

  /** @param {number} step */
  #goTo(step) {
    const recording = this.#recording;
    if (!recording) return;
    const count = this.#steps.length;
    this.#step = Math.min(count, Math.max(0, step));
    const moment = this.#moment(recording);
    const place = this.#step === count ? 'the end' : `step ${this.#step + 1} of ${count}`;
    const where = `${place} · ${ms(moment.at)}`;
    this.#scrub.value = String(this.#step);
    this.#scrub.ariaValueText = moment.line ? `${where}, line ${moment.line}` : where;
    this.#timeline.show(moment.at);
    this.#onMoment(recording, moment, where);
  }

  /**
   * Goes to the step of a line that is nearest to a time; without a line, to the first from then on.
   * @param {number} at
   * @param {number} line
   */
  goToTime(at, line) {
    const { events = [], points = [] } = this.#recording ?? {};
    const isOwn = (/** @type {number} */ place) => points[events[place].point].from.line === line;
    const far = (/** @type {number} */ nth) => Math.abs(events[this.#steps[nth]].at - at);
    const own = this.#steps.flatMap((place, nth) => (isOwn(place) ? [nth] : []));
    const next = this.#steps.findIndex((place) => events[place].at >= at - 0.005);
    const nearest = own.toSorted((a, b) => far(a) - far(b))[0];
    this.#goTo(nearest ?? (next >= 0 ? next : this.#steps.length));
  }

  /** Goes to where a turn begins, after this step or before it. @param {number} way */
  #goToTurn(way) {
    const { events = [] } = this.#recording ?? {};
    const begins = this.#steps.flatMap((place, nth) => {
      const before = nth ? this.#steps[nth - 1] : -1;
      return events.slice(before + 1, place).some(({ is }) => is === 'turn') ? [nth] : [];
    });
    if (way > 0) this.#goTo(begins.find((it) => it > this.#step) ?? this.#steps.length);
    else this.#goTo(begins.findLast((it) => it < this.#step) ?? 0);
  }

  /** Goes to the next step that ends in an await. */
  #goToAwait() {
    const { events = [] } = this.#recording ?? {};
    const next = this.#steps.findIndex((place, nth) => {
      const until = this.#steps[nth + 1] ?? events.length;
      return nth > this.#step && events.slice(place, until).some(({ is }) => is === 'await');
    });
    this.#goTo(next >= 0 ? next : this.#steps.length);
  }
}
