// Targets of events, and how an event goes through them.

const listeners = new WeakMap();
const listOf = (target) => {
  if (!listeners.has(target)) listeners.set(target, []);
  return listeners.get(target);
};
/** The events of a page that has loaded, which come once somebody listens. */
const loaded = new Set();
const tellOfLoading = (target, type) => {
  const isOwn =
    (target === globalThis && type === 'load') ||
    ([document, globalThis].includes(target) && type === 'DOMContentLoaded');
  if (!isOwn || loaded.has(type)) return;
  loaded.add(type);
  const at = type === 'load' ? globalThis : document;
  const bubbles = type !== 'load';
  host.task('page', 0, () => dispatch(at, trusted(new Event(type, { bubbles }))), type);
};
const flat = (options) => (typeof options === 'object' && options ? options : { capture: options });

class EventTarget {
  addEventListener(type, callback, options) {
    if (callback == null) return;
    const { capture, once = false, passive = false, signal } = flat(options);
    const added = {
      type: String(type),
      callback,
      capture: Boolean(capture),
      once: Boolean(once),
      passive: Boolean(passive),
      removed: false,
    };
    if (signal?.aborted) return;
    const list = listOf(this ?? globalThis);
    const same = (it) =>
      it.type === added.type && it.callback === callback && it.capture === added.capture;
    if (list.some(same)) return;
    list.push(added);
    tellOfLoading(this ?? globalThis, added.type);
    host.listening(...told(this ?? globalThis), added.type, true);
    if (signal) {
      onAbort(signal, () => {
        (this ?? globalThis).removeEventListener(type, callback, options);
      });
    }
  }
  removeEventListener(type, callback, options) {
    const capture = Boolean(flat(options).capture);
    const list = listOf(this ?? globalThis);
    const at = list.findIndex(
      (it) => it.type === String(type) && it.callback === callback && it.capture === capture,
    );
    if (at < 0) return;
    list[at].removed = true;
    list.splice(at, 1);
    host.listening(...told(this ?? globalThis), String(type), false);
  }
  dispatchEvent(event) {
    const own = inner.get(event);
    if (!own) throw new TypeError('only an Event can be dispatched');
    if (own.dispatched) {
      throw new DOMException('The event is already being dispatched.', 'InvalidStateError');
    }
    own.trusted = false;
    return dispatch(this ?? globalThis, event);
  }
}

const nameOf = (target) => {
  if (target === globalThis) return 'window';
  if (target === document) return 'document';
  if (target instanceof Element) return describe(target);
  return target?.constructor?.name ?? 'a target';
};

const numbers = new WeakMap();
let lastNumber = 0;
/** A target's number and name. */
const told = (target) => {
  if (!numbers.has(target)) numbers.set(target, ++lastNumber);
  return [numbers.get(target), nameOf(target)];
};

/** Calls the listeners of one target for one phase. */
const invoke = (target, event, own, capturing) => {
  if (own.stopped) return;
  own.current = target;
  // A handler in a property is a listener too, in the place where it was set first.
  for (const listener of [...listOf(target)]) {
    if (listener.removed || listener.type !== own.type || listener.capture !== capturing) continue;
    if (listener.once)
      target.removeEventListener(own.type, listener.callback, { capture: capturing });
    own.passive = listener.passive;
    const { callback } = listener;
    const isObject = typeof callback !== 'function';
    host.call(isObject ? callback.handleEvent : callback, isObject ? callback : target, [event]);
    own.passive = false;
    if (own.stoppedAtOnce) return;
  }
};

const dispatch = (target, event) => {
  const own = inner.get(event);
  own.dispatched = true;
  own.target = target;
  own.path = [target];
  for (let above = parentOf(target); above; above = parentOf(above)) own.path.push(above);
  for (const at of [...own.path].reverse()) {
    own.phase = at === target ? 2 : 1;
    invoke(at, event, own, true);
  }
  for (const at of own.path) {
    own.phase = at === target ? 2 : 3;
    if (at === target || own.bubbles) invoke(at, event, own, false);
  }
  Object.assign(own, {
    phase: 0,
    current: null,
    dispatched: false,
    stopped: false,
    stoppedAtOnce: false,
    path: [],
  });
  return !own.prevented;
};

const trusted = (event) => {
  inner.get(event).trusted = true;
  return event;
};

/** Calls a handler in a property, whose answer may stop what an event does by itself. */
const answer = (handle, target, event) => {
  if (!handle) return;
  const isError = event instanceof ErrorEvent && target === globalThis;
  const { message, lineno, error } = event;
  const said = isError
    ? handle.call(target, message, '', lineno, 0, error)
    : handle.call(target, event);
  if (said === isError) event.preventDefault();
};

/** Gives a class a handler property such as `onclick`. */
const handler = (prototype, type) => {
  const set = new WeakMap();
  Object.defineProperty(prototype, `on${type}`, {
    get() {
      return set.get(this ?? globalThis)?.now ?? null;
    },
    set(value) {
      const target = this ?? globalThis;
      const now = typeof value === 'function' ? value : null;
      const known = set.get(target);
      if (known) known.now = now;
      else if (now) {
        const entry = { now };
        set.set(target, entry);
        target.addEventListener(type, (event) => answer(entry.now, target, event));
      }
    },
    configurable: true,
  });
};
