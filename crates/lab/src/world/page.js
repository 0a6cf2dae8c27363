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
  if (!(element instanceof Element)) throw new TypeError('the user acts on an element of the page');
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
    const letters = String(text);
    const write = (at, written, data) => {
      act(element, `type “${written}”`, { at }, () => {
        element.value = written;
        dispatch(element, trusted(new InputEvent('input', { bubbles: true, data })));
      });
    };
    const { at = 0, every } = options ?? {};
    if (every === undefined) return write(at, letters, letters);
    for (let nth = 0; nth < letters.length; nth++) {
      write(at + nth * every, letters.slice(0, nth + 1), letters[nth]);
    }
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
