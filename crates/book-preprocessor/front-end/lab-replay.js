// A recorded run, and what it was like at any of its moments.

/** @typedef {{ line: number, column: number }} Place */
/** @typedef {{ kind: string, from: Place, to: Place, names: string[], text: string }} Point */
/** @typedef {{ point: number | null, resumes: boolean }} Microtask */
/** @typedef {{ kind: string, line: number, message: string, at: number }} Lint */
/**
 * What happened, as `crates/lab/src/recording.rs` writes it; `is` says what, and the other fields
 * depend on that.
 * @typedef {{ is: string, at: number, id: number, kind: string, point: number, call: number,
 * values: number[], source: string, label: string, due: number, level: string, text: string,
 * tree: string }} Happening
 */
/**
 * @typedef {{ points: Point[], events: Happening[], values: string[], microtasks: Microtask[],
 * lints: Lint[], felt: number, end: { at: number, steps: number, given_up: string | null, fault: { message:
 * string, at: Place } | null } }} Recording
 */
/** @typedef {{ call: number, name: string, line: number, resumed: boolean }} Frame */
/** @typedef {{ id: number, source: string, label: string, due: number, line: number }} Task */
/** @typedef {{ call: number, name: string, text: string, line: number, since: number }} Wait */
/** @typedef {{ level: string, text: string, line: number }} Line */

/** The statements of a run, as places in its list of events. @param {Recording} recording */
export const stepsOf = ({ events }) =>
  events.flatMap((event, place) => (event.is === 'step' ? [place] : []));

/** What a run was like just before one of its events went on. */
export class Moment {
  at = 0;
  line = 0;
  /** @type {{ kind: string, label: string } | null} */
  turn = null;
  /** @type {Frame[]} */
  stack = [];
  /** Those that wait, in their order. @type {Set<number>} */
  microtasks = new Set();
  /** @type {Map<number, Task>} */
  tasks = new Map();
  /** @type {Map<number, Wait>} */
  waits = new Map();
  /** @type {Line[]} */
  console = [];
  /** What is drawn of the page, as JSON. */
  page = '';
  /** @type {[string, string][]} */
  variables = [];
  #recording;
  /** The names of all tasks, which are known by them when they have left the queue. */
  #labels = new Map();
  /** @type {Map<number, string>} */
  #names = new Map([[0, 'the program']]);
  #resumed = new Set();

  /** @param {Recording} recording @param {number} place */
  constructor(recording, place) {
    this.#recording = recording;
    for (let nth = 0; nth <= place; nth++) {
      const event = recording.events[nth];
      if (event.at !== undefined) this.at = event.at;
      this.#apply(event);
    }
  }

  /** @param {Happening} event */
  #apply(event) {
    const { microtasks, tasks, waits } = this;
    if (event.is === 'turn') this.#turn(event);
    else if (event.is === 'idle') this.#leave();
    else if (event.is === 'step') this.#step(event);
    else if (event.is === 'call') this.#call(event);
    else if (event.is === 'resume') this.#resumed.add(event.call);
    else if (event.is === 'microtask') microtasks.add(event.id);
    else if (event.is === 'task') {
      tasks.set(event.id, { ...event, line: this.#lineOf(event.point) });
      this.#labels.set(event.id, event.label);
    } else if (event.is === 'cancel') tasks.delete(event.id);
    else if (event.is === 'log') {
      this.console.push({ level: event.level, text: event.text, line: this.#lineOf(event.point) });
    } else if (event.is === 'page') this.page = event.tree;
    else if (event.is === 'await') {
      const { text, from } = this.#recording.points[event.point];
      const name = this.#names.get(event.call) ?? '';
      waits.set(event.call, { call: event.call, name, text, line: from.line, since: event.at });
    }
    if (['resume', 'step', 'fail'].includes(event.is)) waits.delete(event.call);
  }

  /** @param {number | null} point */
  #lineOf(point) {
    return point == null ? 0 : this.#recording.points[point].from.line;
  }

  #leave() {
    this.stack = [];
    this.turn = null;
    this.line = 0;
    this.variables = [];
  }

  /** @param {Happening} event */
  #turn({ kind, id }) {
    this.#leave();
    this.#resumed.clear();
    if (kind === 'microtask') {
      this.microtasks.delete(id);
      this.turn = { kind, label: microtaskLabel(this.#recording, id) };
    } else if (kind === 'task') {
      this.tasks.delete(id);
      this.turn = { kind, label: this.#labels.get(id) ?? 'a rejection that nobody handled' };
    } else {
      this.turn = { kind, label: kind === 'frame' ? 'before the next frame' : 'from its top' };
    }
  }

  /** @param {Happening} event */
  #call({ call, point }) {
    const name = this.#recording.points[point].text || 'a function';
    this.#names.set(call, name);
    this.stack.push({ call, name, line: this.#lineOf(point), resumed: false });
  }

  /** @param {Happening} event */
  #step({ call, point, values }) {
    const { names } = this.#recording.points[point];
    this.line = this.#lineOf(point);
    const own = this.stack.findIndex((frame) => frame.call === call);
    if (own >= 0) this.stack.length = own + 1;
    else {
      const name = this.#names.get(call) ?? '';
      // What lies on the stack has returned, or it would have gone on.
      if (call === 0) this.stack = [];
      this.stack.push({ call, name, line: 0, resumed: this.#resumed.has(call) });
    }
    this.stack[this.stack.length - 1].line = this.line;
    this.variables = names
      .map(
        (name, nth) =>
          /** @type {[string, string]} */ ([name, this.#recording.values[values[nth]]]),
      )
      .filter(([, value]) => value && !value.startsWith('function'));
  }
}

/**
 * What a microtask is, in a few words.
 * @param {Recording} recording
 * @param {number} id
 */
export function microtaskLabel({ microtasks, points }, id) {
  const { point, resumes } = microtasks[id];
  if (point == null) return 'a step of the language’s own';
  const { line } = points[point].from;
  const name = points[point].kind === 'function' ? points[point].text : '';
  return resumes ? `goes on after line ${line}` : `${name || 'a reaction'}, line ${line}`;
}
