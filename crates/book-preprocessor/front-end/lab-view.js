// What is on the stack, in the queues, in the page and in the console at one moment.

import { microtaskLabel } from './lab-replay.js';
import { button, make } from './parts.js';

/** @typedef {import('./lab-replay.js').Moment} Moment */
/** @typedef {import('./lab-replay.js').Recording} Recording */

/** How many entries of a queue are shown. */
const MOST = 6;

/** What the sources of tasks are called. */
const SOURCES = /** @type {Record<string, string>} */ ({
  timer: 'timer',
  network: 'network',
  message: 'message',
  user: 'you',
  continuation: 'scheduler',
});

/** @param {number} ms */
export const ms = (ms) => `${Number(ms.toFixed(1))} ms`;

/** A button that leads to a line. @param {string} text @param {() => void} act */
export function link(text, act) {
  const made = button(text, act);
  made.className = 'link';
  return made;
}

/** A part of the Lab with a heading and entries. */
class Pane {
  element = make('section', '', { className: 'pane' });
  #count = make('small');
  #list = make('ol');

  /** @param {string} name @param {string} kind */
  constructor(name, kind) {
    this.element.dataset.kind = kind;
    const heading = make('h2', name);
    this.element.append(heading, this.#count, this.#list);
  }

  /**
   * @param {{ text: string, aside?: string, soft?: boolean }[]} entries
   * @param {string} count
   * @param {string} empty
   */
  fill(entries, count, empty) {
    this.#count.textContent = count;
    const rows = entries.slice(0, MOST).map(({ text, aside = '', soft = false }) => {
      const row = make('li', '', { className: soft ? 'soft' : '' });
      row.append(make('span', text));
      if (aside) row.append(make('small', aside));
      return row;
    });
    const more = entries.length - MOST;
    if (more > 0) rows.push(make('li', `and ${more} more`, { className: 'soft' }));
    if (rows.length === 0) rows.push(make('li', empty, { className: 'soft' }));
    this.#list.replaceChildren(...rows);
  }
}

/** All panes of the Lab. */
export class View {
  element = make('div', '', { className: 'panes' });
  #stack = new Pane('Call stack', 'stack');
  #microtasks = new Pane('Microtasks', 'microtasks');
  #tasks = new Pane('Tasks', 'tasks');
  #waits = new Pane('Waiting', 'waits');
  #variables = new Pane('Variables', 'variables');
  #outside = make('section', '', { className: 'pane outside' });
  #page = make('div', '', { className: 'output' });
  #console = make('div', '', { className: 'console', role: 'log', ariaLive: 'off' });
  #onLine;

  /** @param {(line: number) => void} onLine Told of a line that the reader asks for. */
  constructor(onLine) {
    this.#onLine = onLine;
    this.#page.ariaLabel = 'What the program’s page shows';
    this.#page.role = 'group';
    this.#console.tabIndex = 0;
    this.#console.ariaLabel = 'Console';
    this.#outside.append(make('h2', 'Page as last drawn, and console'), this.#page, this.#console);
    const panes = [this.#stack, this.#microtasks, this.#tasks, this.#waits, this.#variables];
    this.element.append(...panes.map(({ element }) => element), this.#outside);
  }

  /** @param {Recording} recording @param {Moment} moment */
  show(recording, moment) {
    const { stack, turn, microtasks, tasks, waits, variables } = moment;
    const frames = stack.map(({ name, line, resumed }) => ({
      text: resumed ? `${name}, going on` : name,
      aside: line ? `line ${line}` : '',
    }));
    const base = turn ? `${turn.kind}: ${turn.label}` : 'the event loop';
    this.#stack.fill([...frames.reverse(), { text: base, soft: true }], '', '');
    const queued = [...microtasks].map((id) => ({ text: microtaskLabel(recording, id) }));
    this.#microtasks.fill(queued, microtasks.size ? String(microtasks.size) : '', 'none');
    const ordered = [...tasks.values()].sort((a, b) => a.due - b.due);
    const ready = ordered.filter(({ due }) => due <= moment.at).length;
    const told = ordered.map(({ source, label, due }) => ({
      text: `${SOURCES[source] ?? 'scheduler'}: ${label}`,
      aside: due <= moment.at ? 'ready' : `at ${ms(due)}`,
    }));
    this.#tasks.fill(told, ready ? `${ready} ready` : '', 'none');
    const waiting = [...waits.values()].map(({ name, text, line, since }) => ({
      text: `${name} awaits ${text}`,
      aside: `line ${line}, since ${ms(since)}`,
    }));
    this.#waits.fill(waiting, waiting.length ? String(waiting.length) : '', 'nobody');
    const known = variables.map(([name, value]) => ({ text: `${name} = ${value}` }));
    this.#variables.fill(known, '', 'none in scope here');
    this.#showOutside(moment);
  }

  /** @param {Moment} moment */
  #showOutside({ page, console }) {
    const tree = /** @type {any[]} */ (page ? JSON.parse(page) : []);
    const empty = page ? 'an empty page' : 'nothing drawn yet';
    const shown = tree.length ? tree.map(node) : [make('p', empty, { className: 'soft' })];
    this.#page.replaceChildren(...shown);
    const lines = console.map(({ level, text, line }) => {
      const row = make('p', '', { className: level });
      row.append(make('span', text));
      if (line) row.append(link(`line ${line}`, () => this.#onLine(line)));
      return row;
    });
    this.#console.replaceChildren(
      ...(lines.length ? lines : [make('p', 'nothing said so far', { className: 'soft' })]),
    );
    this.#console.scrollTop = this.#console.scrollHeight;
  }
}

/** What the program's page looks like: it is shown, and cannot be used. @param {any} tree @returns {Node} */
function node(tree) {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const [tag, id, value, children] = tree;
  const known = ['button', 'input', 'p', 'ul', 'ol', 'li', 'h1', 'h2', 'span', 'b', 'label'];
  const kind = known.includes(tag) ? tag : 'div';
  const made = make('span', '', { className: `it ${kind}` });
  if (kind === 'input') made.textContent = value || id || ' ';
  else made.append(...children.map(node));
  return made;
}
