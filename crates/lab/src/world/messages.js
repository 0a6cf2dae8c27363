// Messages: https://html.spec.whatwg.org/multipage/web-messaging.html#message-channels

const ports = new WeakMap();
const deliver = (port, data) => {
  const act = () => {
    if (ports.get(port).closed) return;
    dispatch(port, trusted(new MessageEvent('message', { data })));
  };
  host.task('message', 0, act, 'message');
};
const copy = (value, seen = new Map()) => {
  if (typeof value === 'function' || typeof value === 'symbol' || value instanceof Promise) {
    throw new DOMException('This value could not be cloned.', 'DataCloneError');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  const as = (made) => {
    seen.set(value, made);
    return made;
  };
  const own = (it) => copy(it, seen);
  if (value instanceof Date) return as(new Date(value));
  if (value instanceof Error) {
    return as(Object.assign(new Error(value.message), { name: value.name }));
  }
  if (value instanceof Map) {
    const made = as(new Map());
    for (const [key, it] of value) made.set(own(key), own(it));
    return made;
  }
  if (value instanceof Set) {
    const made = as(new Set());
    for (const it of value) made.add(own(it));
    return made;
  }
  const made = as(Array.isArray(value) ? [] : {});
  for (const [key, it] of Object.entries(value)) made[key] = own(it);
  return made;
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
