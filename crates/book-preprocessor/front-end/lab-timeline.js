// What happened when: turns of the thread, waits, what the reader did, frames.

import { spansOf } from './lab-spans.js';

/** @typedef {import('./lab-replay.js').Recording} Recording */
/** @typedef {import('./lab-spans.js').Span} Span */

const SVG = 'http://www.w3.org/2000/svg';
const ROW = 30;
const TOP = 26;

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function shape(tag, attributes, text = '') {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

/** A round step of an axis that is so long. @param {number} length */
function stepOf(length) {
  const rough = length / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((it) => it * power).find((it) => it >= rough) ?? power;
}

/** Draws a recording; the reader picks moments in it. */
export class Timeline {
  element = /** @type {SVGSVGElement} */ (shape('svg', { 'aria-hidden': 'true' }));
  #cursor = shape('g', { class: 'cursor' });
  #scale = { from: 110, to: 900, end: 1 };
  /** Where the reader is. */
  #at = 0;
  #onPick;

  /** @param {(at: number, line: number) => void} onPick Told of a moment, and of a line if there is one. */
  constructor(onPick) {
    this.#onPick = onPick;
    const pick = (/** @type {PointerEvent} */ event) => {
      const { from, to, end } = this.#scale;
      const { left } = this.element.getBoundingClientRect();
      const share = (event.clientX - left - from) / (to - from);
      const { line } = /** @type {SVGElement} */ (event.target).dataset;
      this.#onPick(
        Math.min(1, Math.max(0, share)) * end,
        event.type === 'pointerdown' ? Number(line ?? 0) : 0,
      );
    };
    this.element.addEventListener('pointerdown', (event) => {
      this.element.setPointerCapture(event.pointerId);
      pick(event);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) pick(event);
    });
  }

  /** @param {number} ms */
  #x(ms) {
    const { from, to, end } = this.#scale;
    return from + (ms / end) * (to - from);
  }

  /** @param {Recording} recording @param {number} width */
  draw(recording, width) {
    const spans = spansOf(recording);
    const left = width < 560 ? 84 : 132;
    this.#scale = {
      from: left,
      to: Math.max(left + 60, width - 24),
      end: Math.max(1, recording.end.at),
    };
    const rows = [...this.#thread(spans.turns, recording.felt), ...this.#waits(spans.waits, width)];
    let row = 1 + spans.waits.length;
    if (spans.user.length) rows.push(...this.#user(spans.user, row++));
    if (spans.frames.length) rows.push(...this.#frames(spans.frames, row++));
    const height = TOP + row * ROW + 6;
    this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.element.setAttribute('height', String(height));
    this.#cursor.replaceChildren(
      shape('line', { y1: 14, y2: height - 6, x1: 0, x2: 0 }),
      shape('circle', { cy: 14, r: 6, cx: 0 }),
    );
    this.element.replaceChildren(hatching(), ...this.#axis(height), ...rows, this.#cursor);
    this.show(this.#at);
  }

  /** @param {number} height */
  #axis(height) {
    const { end } = this.#scale;
    const step = stepOf(end);
    const marks = [];
    for (let at = 0; at <= end; at += step) {
      const x = this.#x(at);
      const text = `${Number(at.toFixed(2))}${at === 0 ? ' ms' : ''}`;
      marks.push(shape('line', { class: 'grid', x1: x, x2: x, y1: 20, y2: height - 6 }));
      marks.push(shape('text', { class: 'mark', x, y: 12 }, text));
    }
    return marks;
  }

  /** @param {string} text @param {number} row */
  #name(text, row) {
    return shape('text', { class: 'name', x: 0, y: TOP + row * ROW + 16 }, text);
  }

  /** @param {Span[]} turns @param {number} felt */
  #thread(turns, felt) {
    const y = TOP + 5;
    const shapes = turns.flatMap(({ from, to, line, label }) => {
      const x = this.#x(from);
      const width = Math.max(2, this.#x(to) - x);
      const attributes = { x, y, width, height: 18, 'data-line': line };
      const bar = shape('rect', { ...attributes, class: to - from > felt ? 'stall' : 'busy' });
      bar.append(shape('title', {}, `${label}: ${round(to - from)} ms`));
      const figure = to - from > felt && width > 60;
      const words = shape(
        'text',
        { class: 'figure', x: x + width / 2, y: y + 13 },
        `${round(to - from)} ms`,
      );
      return figure ? [bar, words] : [bar];
    });
    return [this.#name('main thread', 0), ...shapes];
  }

  /** @param {Span[][]} rows @param {number} width */
  #waits(rows, width) {
    const room = width < 560 ? 11 : 18;
    return rows.flatMap((row, nth) => {
      const y = TOP + (nth + 1) * ROW + 14;
      const [{ label }] = row;
      const short = label.length > room ? `${label.slice(0, room - 1)}…` : label;
      const lines = row.flatMap(({ from, to, line }) => {
        const place = { x1: this.#x(from), x2: this.#x(to), y1: y, y2: y, 'data-line': line };
        const hit = shape('line', { ...place, class: 'hit' });
        hit.append(shape('title', {}, `${label}, line ${line}: ${round(to - from)} ms`));
        return [shape('line', { ...place, class: 'wait' }), hit];
      });
      return [this.#name(short, nth + 1), ...lines];
    });
  }

  /** @param {(Span & { heard: number })[]} user @param {number} row */
  #user(user, row) {
    const y = TOP + row * ROW + 14;
    const shapes = user.flatMap(({ from, heard, label }) => {
      const dot = shape('circle', { class: 'user', cx: this.#x(from), cy: y, r: 4 });
      const late = heard - from;
      dot.append(shape('title', {}, late >= 1 ? `${label}, heard ${round(late)} ms late` : label));
      if (late < 1) return [dot];
      const [x1, x2] = [this.#x(from), this.#x(heard)];
      const words = `heard ${round(late)} ms late`;
      const told = shape('text', { class: 'told', x: x1 + 8, y: y - 6 }, words);
      return [dot, shape('line', { class: 'late', x1, x2, y1: y, y2: y }), told];
    });
    return [this.#name('you', row), ...shapes];
  }

  /** @param {number[]} frames @param {number} row */
  #frames(frames, row) {
    const y = TOP + row * ROW;
    const path = frames.map((at) => `M${this.#x(at).toFixed(1)},${y + 6}v14`).join('');
    return [this.#name('frames', row), shape('path', { class: 'frames', d: path })];
  }

  /** Shows where the reader is. @param {number} at */
  show(at) {
    this.#at = at;
    this.#cursor.setAttribute('transform', `translate(${this.#x(at)}, 0)`);
  }
}

/** A time in a tooltip. @param {number} ms */
const round = (ms) => Number(ms.toFixed(ms < 10 ? 1 : 0));

function hatching() {
  const pattern = shape('pattern', {
    id: 'lab-stall',
    width: 8,
    height: 8,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(
    shape('rect', { class: 'ground', width: 8, height: 8 }),
    shape('line', { class: 'stripe', x1: 2, x2: 2, y1: 0, y2: 8 }),
  );
  const all = shape('defs', {});
  all.append(pattern);
  return all;
}
