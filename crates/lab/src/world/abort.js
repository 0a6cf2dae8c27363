// Aborting: https://dom.spec.whatwg.org/#aborting-ongoing-activities

const signals = new WeakMap();
const onAbort = (signal, act) => {
  signals.get(signal).acts.push(act);
};
const newSignal = () => {
  const signal = Object.create(AbortSignal.prototype);
  signals.set(signal, {
    aborted: false,
    reason: undefined,
    acts: [],
    followers: [],
    sources: [],
  });
  return signal;
};
const abort = (signal, reason) => {
  const own = signals.get(signal);
  if (own.aborted) return;
  const why =
    reason === undefined
      ? new DOMException('signal is aborted without reason', 'AbortError')
      : reason;
  // All are aborted before any of their listeners runs.
  const all = [signal, ...own.followers.filter((it) => !signals.get(it).aborted)];
  for (const it of all) Object.assign(signals.get(it), { aborted: true, reason: why });
  for (const it of all) {
    for (const act of signals.get(it).acts.splice(0)) act();
    dispatch(it, trusted(new Event('abort')));
  }
};
class AbortSignal extends EventTarget {
  constructor() {
    super();
    throw new TypeError('Illegal constructor');
  }
  get aborted() {
    return signals.get(this).aborted;
  }
  get reason() {
    return signals.get(this).reason;
  }
  throwIfAborted() {
    const { aborted, reason } = signals.get(this);
    if (aborted) throw reason;
  }
  static abort(reason) {
    const signal = newSignal();
    const own = signals.get(signal);
    own.aborted = true;
    own.reason =
      reason === undefined
        ? new DOMException('signal is aborted without reason', 'AbortError')
        : reason;
    return signal;
  }
  static timeout(ms) {
    const signal = newSignal();
    const act = () => abort(signal, new DOMException('signal timed out', 'TimeoutError'));
    host.task('timer', Number(ms), act, 'AbortSignal.timeout');
    return signal;
  }
  static any(given) {
    const all = [...given];
    const signal = newSignal();
    const own = signals.get(signal);
    const first = all.find((it) => it.aborted);
    if (first) Object.assign(own, { aborted: true, reason: first.reason });
    else {
      // Of those that depend on others, it depends on these.
      const sources = all.flatMap((it) =>
        signals.get(it).sources.length ? signals.get(it).sources : [it],
      );
      own.sources = [...new Set(sources)];
      for (const it of own.sources) signals.get(it).followers.push(signal);
    }
    return signal;
  }
}
handler(AbortSignal.prototype, 'abort');
class AbortController {
  #signal = newSignal();
  get signal() {
    return this.#signal;
  }
  abort(reason) {
    abort(this.#signal, reason);
  }
}
