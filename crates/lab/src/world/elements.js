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
/** Gives elements a property that is converted when it is set; what was never set is what nothing converts to. */
const property = (name, as) => {
  Object.defineProperty(Element.prototype, name, {
    get() {
      return nodes.get(this)[name] ?? as();
    },
    set(value) {
      nodes.get(this)[name] = as(value);
      changed(this, name);
    },
    configurable: true,
  });
};
for (const name of ['id', 'className', 'value', 'title', 'placeholder', 'type'])
  property(name, String);
for (const name of ['disabled', 'hidden', 'checked']) property(name, Boolean);
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
  return [tag, node.id, tag === 'input' ? node.value || node.placeholder : '', children.map(look)];
};
