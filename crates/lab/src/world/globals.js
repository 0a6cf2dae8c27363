// What a program finds by name.

const reply = (ms, value, { fail = false, signal } = {}) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const settle = () => (fail ? reject(new Error(value)) : resolve(value));
    const task = host.task(
      'network',
      Math.max(0, Number(ms) || 0),
      settle,
      `reply ${host.show(value)}`,
    );
    if (signal) {
      onAbort(signal, () => {
        host.cancel(task);
        reject(signal.reason);
      });
    }
  });

const performance = Object.create(Object.prototype);
define(performance, { now: () => host.now(), timeOrigin: 1_700_000_000_000 });

const clocks = new Map();
const counts = new Map();
const timed = (label) => `${label}: ${host.now() - (clocks.get(label) ?? host.now())} ms`;

const log =
  (level) =>
  (...values) =>
    host.log(level, values);
define(globalThis, {
  DOMException,
  Event,
  CustomEvent,
  MessageEvent,
  ErrorEvent,
  PromiseRejectionEvent,
  MouseEvent,
  KeyboardEvent,
  InputEvent,
  EventTarget,
  AbortSignal,
  AbortController,
  MessagePort,
  MessageChannel,
  Element,
  document,
  page,
  user,
  reply,
  performance,
  scheduler,
  window: globalThis,
  self: globalThis,
  console: {
    log: log('log'),
    info: log('log'),
    debug: log('log'),
    warn: log('warn'),
    error: log('error'),
    assert: (holds, ...values) => holds || host.log('error', ['Assertion failed:', ...values]),
    table: log('log'),
    trace: log('log'),
    dir: log('log'),
    time: (label = 'default') => clocks.set(label, host.now()) && undefined,
    timeLog: (label = 'default', ...values) => host.log('log', [timed(label), ...values]),
    timeEnd(label = 'default') {
      host.log('log', [timed(label)]);
      clocks.delete(label);
    },
    count(label = 'default') {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      host.log('log', [`${label}: ${counts.get(label)}`]);
    },
    groupCollapsed: log('log'),
    group: log('log'),
    groupEnd() {},
  },
  busy: (ms) => host.busy(Math.max(0, Number(ms) || 0)),
  setTimeout: begin(false),
  setInterval: begin(true),
  clearTimeout: clear,
  clearInterval: clear,
  queueMicrotask(callback) {
    if (typeof callback !== 'function') throw new TypeError('queueMicrotask takes a function');
    host.microtask(callback);
  },
  requestAnimationFrame: (callback) => host.frame(callback),
  cancelAnimationFrame: (id) => host.cancelFrame(id),
  structuredClone: copy,
});
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
  define(globalThis, {
    [name]: (...args) => EventTarget.prototype[name].apply(globalThis, args),
  });
}
for (const type of ['error', 'load', 'unhandledrejection', 'rejectionhandled'])
  handler(globalThis, type);

// What the engine calls.
const answers = {
  /** What an object of this world is, in two words; nothing of the program's own. */
  describe: (it) => (it === document ? 'document' : nodes.has(it) ? describe(it) : undefined),
  look: () => JSON.stringify(nodes.get(body).children.map(look)),
  /** Tells the program of an error that nobody caught; whether it dealt with it. */
  error: (error, message, line) =>
    !dispatch(
      globalThis,
      trusted(new ErrorEvent('error', { cancelable: true, error, message, lineno: line })),
    ),
  rejection: (type, promise, reason) =>
    !dispatch(
      globalThis,
      trusted(
        new PromiseRejectionEvent(type, {
          cancelable: type === 'unhandledrejection',
          promise,
          reason,
        }),
      ),
    ),
};
