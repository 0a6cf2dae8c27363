// What a timeline shows of a recording: when the thread was busy, who waited, what was asked for.

/** @typedef {import('./lab-replay.js').Recording} Recording */
/** @typedef {{ from: number, to: number, line: number, label: string }} Span */

/** How many rows of waits and of requests are drawn. */
const MOST_WAITS = 8;

/**
 * What the timeline shows of a recording.
 * @param {Recording} recording
 */
export function spansOf(recording) {
  const { events, points, end } = recording;
  /** @type {Span[]} */
  const turns = [];
  /** @type {Span[]} */
  const waits = [];
  /** @type {(Span & { heard: number })[]} */
  const user = [];
  const frames = [];
  /** @type {Map<number, Span>} */
  const open = new Map();
  const tasks = new Map();
  for (const event of events) {
    const { is, at } = event;
    if (is === 'task') tasks.set(event.id, event);
    if (is === 'turn') {
      const task = event.kind === 'task' ? tasks.get(event.id) : undefined;
      const last = turns.at(-1);
      // Microtasks belong to what they follow.
      if (event.kind !== 'microtask' || !last || last.to >= 0) {
        const label =
          task?.label ?? (event.kind === 'script' ? 'the program from its top' : event.kind);
        turns.push({ from: at, to: -1, line: 0, label });
      }
      if (task?.source === 'user') {
        user.push({ from: task.due, to: at, heard: at, line: 0, label: task.label });
      }
    } else if (is === 'idle') {
      const turn = turns.at(-1);
      if (turn && turn.to < 0) turn.to = at;
    } else if (is === 'step') {
      const turn = turns.at(-1);
      if (turn) turn.line ||= points[event.point].from.line;
    } else if (is === 'await') {
      const { text, from } = points[event.point];
      // What it waits for is drawn by itself.
      if (!/^reply\(/.test(text)) {
        open.set(event.call, { from: at, to: end.at, line: from.line, label: text });
      }
    } else if (is === 'frame') frames.push(at);
    if (is === 'resume' || is === 'step' || is === 'fail') {
      const wait = open.get(event.call);
      if (wait) waits.push({ ...wait, to: at });
      open.delete(event.call);
    }
  }
  for (const turn of turns) if (turn.to < 0) turn.to = end.at;
  waits.push(...open.values());
  return { turns, waits: [...inRows(waits), ...requestsOf(recording)], user, frames };
}

/**
 * Rows of waits: those of a line share one where they do not overlap. The longest are kept.
 * @param {Span[]} waits
 * @returns {Span[][]}
 */
function inRows(waits) {
  /** @type {Span[][]} */
  const rows = [];
  const felt = waits.filter(({ from, to }) => to - from >= 1).sort((a, b) => a.from - b.from);
  for (const wait of felt) {
    const free = rows.find(
      (row) => row[0].line === wait.line && row[row.length - 1].to <= wait.from,
    );
    if (free) free.push(wait);
    else rows.push([wait]);
  }
  const sum = (/** @type {Span[]} */ row) => row.reduce((all, { from, to }) => all + to - from, 0);
  const longest = [...rows].sort((a, b) => sum(b) - sum(a)).slice(0, MOST_WAITS);
  return rows.filter((row) => longest.includes(row));
}

/**
 * A row for each request, from its start to its reply or its end.
 * @param {Recording} recording
 */
function requestsOf({ events, points }) {
  /** @type {Map<number, Span>} */
  const found = new Map();
  let now = 0;
  for (const { is, at, id, source, point, due, label } of events) {
    now = at ?? now;
    const request = found.get(id);
    if (is === 'task' && source === 'network') {
      const line = point == null ? 0 : points[point].from.line;
      found.set(id, { from: at, to: due, line, label });
    } else if (is === 'cancel' && request) {
      Object.assign(request, { to: now, label: `${request.label}, cancelled` });
    }
  }
  return [...found.values()].slice(0, MOST_WAITS).map((it) => [it]);
}
