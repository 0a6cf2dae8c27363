// Events, by the rules of the DOM Standard: https://dom.spec.whatwg.org/#dispatching-events

const inner = new WeakMap();

class Event {
  constructor(...given) {
    if (given.length === 0) throw new TypeError('an event needs a type');
    const [type, { bubbles = false, cancelable = false } = {}] = given;
    inner.set(this, {
      type: String(type),
      bubbles: Boolean(bubbles),
      cancelable: Boolean(cancelable),
      target: null,
      current: null,
      phase: 0,
      stopped: false,
      stoppedAtOnce: false,
      prevented: false,
      passive: false,
      dispatched: false,
      trusted: false,
      path: [],
      time: host.now(),
    });
  }
  get type() {
    return inner.get(this).type;
  }
  get target() {
    return inner.get(this).target;
  }
  get currentTarget() {
    return inner.get(this).current;
  }
  get eventPhase() {
    return inner.get(this).phase;
  }
  get bubbles() {
    return inner.get(this).bubbles;
  }
  get cancelable() {
    return inner.get(this).cancelable;
  }
  get defaultPrevented() {
    return inner.get(this).prevented;
  }
  get isTrusted() {
    return inner.get(this).trusted;
  }
  get timeStamp() {
    return inner.get(this).time;
  }
  composedPath() {
    return [...inner.get(this).path];
  }
  stopPropagation() {
    inner.get(this).stopped = true;
  }
  stopImmediatePropagation() {
    const own = inner.get(this);
    own.stopped = true;
    own.stoppedAtOnce = true;
  }
  preventDefault() {
    const own = inner.get(this);
    if (own.cancelable && !own.passive) own.prevented = true;
  }
}
define(Event, { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 });

const eventWith = (name, fields) =>
  ({
    [name]: class extends Event {
      constructor(type, options = {}) {
        super(type, options);
        const own = inner.get(this);
        for (const [field, usual] of Object.entries(fields)) own[field] = options[field] ?? usual;
      }
    },
  })[name];
const withGetters = (name, fields) => {
  const made = eventWith(name, fields);
  for (const field of Object.keys(fields)) {
    Object.defineProperty(made.prototype, field, {
      get() {
        return inner.get(this)[field];
      },
      configurable: true,
    });
  }
  return made;
};
const CustomEvent = withGetters('CustomEvent', { detail: null });
const MessageEvent = withGetters('MessageEvent', { data: null });
const ErrorEvent = withGetters('ErrorEvent', { message: '', error: undefined, lineno: 0 });
const PromiseRejectionEvent = withGetters('PromiseRejectionEvent', {
  promise: undefined,
  reason: undefined,
});
const MouseEvent = withGetters('MouseEvent', { detail: 0, clientX: 0, clientY: 0, button: 0 });
const KeyboardEvent = withGetters('KeyboardEvent', { key: '', code: '' });
const InputEvent = withGetters('InputEvent', { data: null, inputType: '' });
