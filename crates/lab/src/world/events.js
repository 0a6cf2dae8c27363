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

/** Has the events of a class tell what they hold, by the names that a program knows it by. */
const expose = (made, fields) => {
  for (const [name, field] of Object.entries(fields)) {
    Object.defineProperty(made.prototype, name, {
      get() {
        return inner.get(this)[field];
      },
      configurable: true,
    });
  }
  return made;
};
expose(Event, {
  type: 'type',
  target: 'target',
  currentTarget: 'current',
  eventPhase: 'phase',
  bubbles: 'bubbles',
  cancelable: 'cancelable',
  defaultPrevented: 'prevented',
  isTrusted: 'trusted',
  timeStamp: 'time',
});

/** A class of events that hold more. */
const eventWith = (name, fields) => {
  const made = {
    [name]: class extends Event {
      constructor(type, options = {}) {
        super(type, options);
        const own = inner.get(this);
        for (const [field, usual] of Object.entries(fields)) own[field] = options[field] ?? usual;
      }
    },
  }[name];
  return expose(made, Object.fromEntries(Object.keys(fields).map((field) => [field, field])));
};
const CustomEvent = eventWith('CustomEvent', { detail: null });
const MessageEvent = eventWith('MessageEvent', { data: null });
const ErrorEvent = eventWith('ErrorEvent', { message: '', error: undefined, lineno: 0 });
const PromiseRejectionEvent = eventWith('PromiseRejectionEvent', {
  promise: undefined,
  reason: undefined,
});
const MouseEvent = eventWith('MouseEvent', { detail: 0, clientX: 0, clientY: 0, button: 0 });
const KeyboardEvent = eventWith('KeyboardEvent', { key: '', code: '' });
const InputEvent = eventWith('InputEvent', { data: null, inputType: '' });
