// What a program of the Lab finds beside the language: timers, events, a small page, replies.
// It is evaluated once, in the program's own realm, before the program; `host` is the engine's.
(host) => {
  const define = (target, members) => {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
      Object.defineProperty(target, name, { ...descriptor, enumerable: false });
    }
  };

  class DOMException extends Error {
    constructor(message = '', name = 'Error') {
      super(message);
      Object.defineProperty(this, 'name', { value: name, configurable: true });
    }
  }

  // Events, by the rules of the DOM Standard: https://dom.spec.whatwg.org/#dispatching-events

  const inner = new WeakMap();

  class Event {
    constructor(type, { bubbles = false, cancelable = false } = {}) {
      if (arguments.length === 0) throw new TypeError('an event needs a type');
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

  const listeners = new WeakMap();
  const listOf = (target) => {
    if (!listeners.has(target)) listeners.set(target, []);
    return listeners.get(target);
  };
  const flat = (options) =>
    typeof options === 'object' && options ? options : { capture: options };

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
      if (listener.removed || listener.type !== own.type || listener.capture !== capturing)
        continue;
      if (listener.once)
        target.removeEventListener(own.type, listener.callback, { capture: capturing });
      own.passive = listener.passive;
      const { callback } = listener;
      const isObject = typeof callback !== 'function';
      host.call(
        isObject ? callback.handleEvent : callback,
        isObject ? callback : target,
        [event],
        `${own.type} on ${nameOf(target)}`,
      );
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
          target.addEventListener(type, (event) => entry.now?.call(target, event));
        }
      },
      configurable: true,
    });
  };

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

  // Timers: https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers

  const timers = new Map();
  let lastTimer = 0;
  let nesting = 0;
  const set = (callback, ms, args, repeat, id, depth) => {
    let wait = Math.max(0, Math.trunc(Number(ms)) || 0);
    if (depth > 5 && wait < 4) wait = 4;
    const label = repeat ? `setInterval, ${wait} ms` : `setTimeout, ${wait} ms`;
    const act = () => {
      const outer = nesting;
      nesting = depth;
      host.call(typeof callback === 'function' ? callback : () => {}, globalThis, args, label);
      if (repeat && timers.has(id)) set(callback, ms, args, true, id, depth + 1);
      else if (!repeat) timers.delete(id);
      nesting = outer;
    };
    timers.set(id, host.task('timer', wait, act, label));
  };
  const clear = (id) => {
    const task = timers.get(id);
    if (task === undefined) return;
    timers.delete(id);
    host.cancel(task);
  };

  // Messages: https://html.spec.whatwg.org/multipage/web-messaging.html#message-channels

  const ports = new WeakMap();
  const deliver = (port, data) => {
    const act = () => {
      if (ports.get(port).closed) return;
      dispatch(port, trusted(new MessageEvent('message', { data })));
    };
    host.task('message', 0, act, 'message');
  };
  const copy = (value) => {
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw new DOMException('This value could not be cloned.', 'DataCloneError');
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(copy);
    if (value instanceof Date) return new Date(value);
    if (value instanceof Map) return new Map([...value].map(([key, it]) => [copy(key), copy(it)]));
    if (value instanceof Set) return new Set([...value].map(copy));
    if (value instanceof Error)
      return Object.assign(new Error(value.message), { name: value.name });
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, copy(it)]));
  };
  class MessagePort extends EventTarget {
    postMessage(value) {
      const { other, closed } = ports.get(this);
      const data = copy(value);
      if (closed || ports.get(other).closed) return;
      const there = ports.get(other);
      if (there.started) deliver(other, data);
      else there.waiting.push(data);
    }
    start() {
      const own = ports.get(this);
      if (own.started) return;
      own.started = true;
      for (const data of own.waiting.splice(0)) deliver(this, data);
    }
    close() {
      ports.get(this).closed = true;
    }
  }
  handler(MessagePort.prototype, 'message');
  const onmessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...onmessage,
    set(value) {
      onmessage.set.call(this, value);
      this.start();
    },
  });
  class MessageChannel {
    #first = Object.create(MessagePort.prototype);
    #second = Object.create(MessagePort.prototype);
    constructor() {
      const fresh = (other) => ({ other, closed: false, started: false, waiting: [] });
      ports.set(this.#first, fresh(this.#second));
      ports.set(this.#second, fresh(this.#first));
    }
    get port1() {
      return this.#first;
    }
    get port2() {
      return this.#second;
    }
  }

  // Prioritized tasks: https://wicg.github.io/scheduling-apis/

  const PRIORITIES = ['user-blocking', 'user-visible', 'background'];
  const scheduler = Object.create(Object.prototype);
  define(scheduler, {
    postTask(callback, { priority = 'user-visible', delay = 0, signal } = {}) {
      return new Promise((resolve, reject) => {
        if (!PRIORITIES.includes(priority)) throw new TypeError(`there is no priority ${priority}`);
        if (signal?.aborted) return reject(signal.reason);
        let task = 0;
        let begun = false;
        const act = () => {
          begun = true;
          host.attempt(callback, [], resolve, reject, `postTask, ${priority}`);
        };
        const queue = () => {
          task = host.task(priority, 0, act, `postTask, ${priority}`);
        };
        if (delay > 0) task = host.task('timer', delay, queue, `postTask after ${delay} ms`);
        else queue();
        if (signal) {
          onAbort(signal, () => {
            if (begun) return;
            host.cancel(task);
            reject(signal.reason);
          });
        }
      });
    },
    yield() {
      return new Promise((resolve) => {
        host.task('continuation', 0, () => resolve(), 'scheduler.yield');
      });
    },
  });

  // A small page.

  const parents = new WeakMap();
  const parentOf = (target) => {
    if (target === document) return globalThis;
    return parents.get(target) ?? null;
  };
  const describe = (element) => {
    const { known } = nodes.get(element);
    if (known) return known;
    const text = element.children.length === 0 ? element.textContent : '';
    const name = element.id || text.slice(0, 20);
    return name ? `${element.localName} “${name}”` : element.localName;
  };
  const nodes = new WeakMap();
  const changed = (element, what) => host.wrote(describe(element), what);

  class Element extends EventTarget {
    get localName() {
      return nodes.get(this).tag;
    }
    get tagName() {
      return nodes.get(this).tag.toUpperCase();
    }
    get parentElement() {
      return parents.get(this) ?? null;
    }
    get parentNode() {
      return parents.get(this) ?? null;
    }
    get childNodes() {
      return [...nodes.get(this).children];
    }
    get children() {
      return nodes.get(this).children.filter((it) => typeof it !== 'string');
    }
    get childElementCount() {
      return this.children.length;
    }
    get firstElementChild() {
      return this.children[0] ?? null;
    }
    get lastElementChild() {
      return this.children.at(-1) ?? null;
    }
    get isConnected() {
      for (let at = this; at; at = parentOf(at)) if (at === document) return true;
      return false;
    }
    get textContent() {
      const text = (it) => (typeof it === 'string' ? it : it.textContent);
      return nodes.get(this).children.map(text).join('');
    }
    set textContent(value) {
      this.replaceChildren(...(value == null || value === '' ? [] : [String(value)]));
    }
    get innerText() {
      return this.textContent;
    }
    set innerText(value) {
      this.textContent = value;
    }
    append(...added) {
      const own = nodes.get(this);
      for (const it of added) {
        if (it instanceof Element) {
          it.remove();
          parents.set(it, this);
          own.children.push(it);
        } else own.children.push(String(it));
      }
      changed(this, 'content');
    }
    appendChild(child) {
      this.append(child);
      return child;
    }
    prepend(...added) {
      const rest = nodes.get(this).children.splice(0);
      this.append(...added);
      nodes.get(this).children.push(...rest);
    }
    removeChild(child) {
      child.remove();
      return child;
    }
    remove() {
      const parent = parents.get(this);
      if (!parent) return;
      const own = nodes.get(parent);
      own.children = own.children.filter((it) => it !== this);
      parents.delete(this);
      changed(parent, 'content');
    }
    replaceChildren(...added) {
      for (const it of nodes.get(this).children) if (it instanceof Element) parents.delete(it);
      nodes.get(this).children = [];
      this.append(...added);
    }
    contains(other) {
      for (let at = other; at; at = parents.get(at)) if (at === this) return true;
      return false;
    }
    click() {
      if (this.disabled) return;
      dispatch(this, new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
    focus() {}
    blur() {}
    getAttribute(name) {
      return nodes.get(this).attributes.get(String(name)) ?? null;
    }
    setAttribute(name, value) {
      nodes.get(this).attributes.set(String(name), String(value));
      changed(this, String(name));
    }
    removeAttribute(name) {
      nodes.get(this).attributes.delete(String(name));
      changed(this, String(name));
    }
    hasAttribute(name) {
      return nodes.get(this).attributes.has(String(name));
    }
    querySelectorAll(selector) {
      const found = [];
      const look = (element) => {
        for (const child of element.children) {
          if (matches(child, String(selector))) found.push(child);
          look(child);
        }
      };
      look(this);
      return found;
    }
    querySelector(selector) {
      return this.querySelectorAll(selector)[0] ?? null;
    }
    get classList() {
      const all = () => this.className.split(' ').filter(Boolean);
      return {
        add: (...names) => {
          this.className = [...new Set([...all(), ...names])].join(' ');
        },
        remove: (...names) => {
          this.className = all()
            .filter((it) => !names.includes(it))
            .join(' ');
        },
        contains: (name) => all().includes(name),
        toggle(name, force = !all().includes(name)) {
          if (force) this.add(name);
          else this.remove(name);
          return force;
        },
      };
    }
    get style() {
      return nodes.get(this).style;
    }
    get dataset() {
      return nodes.get(this).data;
    }
  }
  for (const [name, usual] of [
    ['id', ''],
    ['className', ''],
    ['value', ''],
    ['title', ''],
    ['placeholder', ''],
    ['type', ''],
  ]) {
    Object.defineProperty(Element.prototype, name, {
      get() {
        return nodes.get(this)[name] ?? usual;
      },
      set(value) {
        nodes.get(this)[name] = String(value);
        changed(this, name);
      },
      configurable: true,
    });
  }
  for (const name of ['disabled', 'hidden', 'checked']) {
    Object.defineProperty(Element.prototype, name, {
      get() {
        return nodes.get(this)[name] ?? false;
      },
      set(value) {
        nodes.get(this)[name] = Boolean(value);
        changed(this, name);
      },
      configurable: true,
    });
  }
  for (const type of ['click', 'input', 'change', 'keydown', 'keyup', 'submit']) {
    handler(Element.prototype, type);
  }
  const matches = (element, selector) =>
    selector.split(',').some((part) => {
      const wanted = part.trim().match(/[.#]?[\w-]+|\*/g) ?? [];
      return wanted.every((it) => {
        if (it === '*') return true;
        if (it[0] === '#') return element.id === it.slice(1);
        if (it[0] === '.') return element.classList.contains(it.slice(1));
        return element.localName === it.toLowerCase();
      });
    });
  const make = (tag) => {
    const element = Object.create(Element.prototype);
    nodes.set(element, {
      tag: String(tag).toLowerCase(),
      children: [],
      attributes: new Map(),
      style: {},
      data: {},
    });
    return element;
  };

  const document = Object.create(EventTarget.prototype);
  const root = make('html');
  const body = make('body');
  parents.set(root, document);
  parents.set(body, root);
  nodes.get(root).children.push(body);
  define(document, {
    get body() {
      return body;
    },
    get documentElement() {
      return root;
    },
    get hidden() {
      return false;
    },
    get visibilityState() {
      return 'visible';
    },
    title: '',
    createElement: make,
    createTextNode: (text) => String(text),
    getElementById: (id) => root.querySelectorAll('*').find((it) => it.id === String(id)) ?? null,
    querySelector: (selector) => root.querySelector(selector),
    querySelectorAll: (selector) => root.querySelectorAll(selector),
  });

  /** What is seen of the page: text, or the tag, the name, the value and the content of an element. */
  const look = (node) => {
    if (typeof node === 'string') return node;
    if (node.hidden) return '';
    const { tag, children } = nodes.get(node);
    return [
      tag,
      node.id,
      tag === 'input' ? node.value || node.placeholder : '',
      children.map(look),
    ];
  };

  // What a program writes with less ado, and what a reader does.

  const named = (tag, name, fill, told) => {
    const known = body.querySelectorAll(tag).find((it) => it.id === name);
    if (known) return known;
    const element = make(tag);
    element.id = name;
    nodes.get(element).known = told;
    fill?.(element);
    body.append(element);
    return element;
  };
  const page = Object.create(Object.prototype);
  define(page, {
    button: (name) =>
      named('button', String(name), (it) => {
        it.textContent = name;
      }),
    input: (name) =>
      named('input', String(name), (it) => {
        it.placeholder = name;
      }),
    text(content) {
      const place = named('p', 'text', undefined, 'the text');
      place.textContent = content;
      return place;
    },
    list(items) {
      const place = named('ul', 'list', undefined, 'the list');
      const rows = [...items].map((item) => {
        const row = make('li');
        row.textContent = typeof item === 'string' ? item : host.show(item);
        return row;
      });
      place.replaceChildren(...rows);
      return place;
    },
  });

  const act = (element, what, options, doing) => {
    if (!(element instanceof Element))
      throw new TypeError('the user acts on an element of the page');
    const at = Number(options?.at ?? 0);
    if (!(at >= 0)) throw new RangeError('`at` is a time in milliseconds');
    host.event(at, `${what} on ${describe(element)}`, doing);
  };
  const user = Object.create(Object.prototype);
  define(user, {
    click(element, options) {
      act(element, 'click', options, () => {
        if (element.disabled) return;
        const event = new MouseEvent('click', { bubbles: true, cancelable: true });
        dispatch(element, trusted(event));
      });
    },
    type(element, text, options) {
      act(element, `type “${text}”`, options, () => {
        element.value = text;
        dispatch(element, trusted(new InputEvent('input', { bubbles: true, data: String(text) })));
      });
    },
    key(element, key, options) {
      act(element, `key ${key}`, options, () => {
        for (const type of ['keydown', 'keyup']) {
          const event = new KeyboardEvent(type, { bubbles: true, cancelable: true, key });
          dispatch(element, trusted(event));
        }
      });
    },
  });

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
      group: log('log'),
      groupEnd() {},
    },
    busy: (ms) => host.busy(Math.max(0, Number(ms) || 0)),
    setTimeout(callback, ms, ...args) {
      set(callback, ms, args, false, ++lastTimer, nesting + 1);
      return lastTimer;
    },
    setInterval(callback, ms, ...args) {
      set(callback, ms, args, true, ++lastTimer, nesting + 1);
      return lastTimer;
    },
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
  for (const type of ['error', 'unhandledrejection', 'rejectionhandled']) handler(globalThis, type);

  return {
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
};
