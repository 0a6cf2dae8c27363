// A text area over its own text in colours: undo, selection and the screen reader are the browser's.

import { make } from './parts.js';

const TOKENS =
  /(?<comment>\/\/.*|\/\*[\s\S]*?\*\/)|(?<string>'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`?)|(?<number>\b\d[\w.]*)|(?<word>\b(?:async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends|false|finally|for|function|get|if|in|instanceof|let|new|null|of|return|set|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|yield)\b)/g;

/** The pieces of a text, each with its kind. @param {string} text @returns {[string, string][]} */
function pieces(text) {
  /** @type {[string, string][]} */
  const found = [];
  let done = 0;
  for (const { 0: piece, index, groups } of text.matchAll(TOKENS)) {
    if (index > done) found.push(['', text.slice(done, index)]);
    const kind = Object.entries(groups ?? {}).find(([, it]) => it !== undefined)?.[0] ?? '';
    found.push([kind, piece]);
    done = index + piece.length;
  }
  found.push(['', text.slice(done)]);
  return found;
}

/** A program that can be edited, with marks on its lines. */
export class Editor {
  element = make('div', '', { className: 'editor' });
  area = make('textarea', '', { spellcheck: false, autocapitalize: 'off', wrap: 'off' });
  #lines = make('pre', '', { ariaHidden: 'true', translate: false });
  #onChange;

  /** @param {() => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
    this.area.ariaLabel = 'Your program, in JavaScript';
    this.area.setAttribute('autocorrect', 'off');
    this.area.translate = false;
    this.area.addEventListener('input', () => this.#changed());
    this.area.addEventListener('keydown', (event) => this.#indent(event));
    const sheet = make('div', '', { className: 'sheet' });
    sheet.append(this.#lines, this.area);
    this.element.append(sheet);
  }

  get text() {
    return this.area.value;
  }

  set text(text) {
    this.area.value = text.replaceAll('\r\n', '\n');
    this.#changed();
  }

  #changed() {
    this.#draw();
    this.#onChange();
  }

  /** A new line begins where the one before does. @param {KeyboardEvent} event */
  #indent(event) {
    // The arrow keys turn the book's pages elsewhere.
    event.stopPropagation();
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
    const before = this.text.slice(0, this.area.selectionStart);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const indent = /^ */.exec(line)?.[0] ?? '';
    event.preventDefault();
    // The one way to put text in that can be undone.
    document.execCommand('insertText', false, `\n${indent}${/[{([]$/.test(line) ? '  ' : ''}`);
  }

  #draw() {
    const rows = [make('span', '', { className: 'line' })];
    for (const [kind, text] of pieces(this.text)) {
      for (const [nth, part] of text.split('\n').entries()) {
        if (nth > 0) rows.push(make('span', '', { className: 'line' }));
        if (part)
          rows[rows.length - 1].append(kind ? make('span', part, { className: kind }) : part);
      }
    }
    this.#lines.replaceChildren(...rows);
  }

  /**
   * Marks lines: the current one, those at which something waits, those with a remark or a fault.
   * @param {{ current?: number, waits?: Map<number, number>, remarks?: Set<number>, fault?: number }}
   * marks
   */
  mark({ current = 0, waits, remarks, fault = 0 }) {
    for (const [nth, row] of [...this.#lines.children].entries()) {
      const line = nth + 1;
      const own = /** @type {HTMLElement} */ (row);
      own.classList.toggle('current', line === current);
      own.classList.toggle('remark', Boolean(remarks?.has(line)));
      own.classList.toggle('fault', line === fault);
      const waiting = waits?.get(line) ?? 0;
      own.classList.toggle('waits', waiting > 0);
      own.dataset.note = waiting ? `${waiting} ${waiting === 1 ? 'waits' : 'wait'} here` : '';
    }
  }

  /** Brings a line into view, within the editor alone. @param {number} line */
  show(line) {
    const row = /** @type {HTMLElement | undefined} */ (this.#lines.children[line - 1]);
    if (!row) return;
    const { scrollTop, clientHeight } = this.element;
    const { offsetTop, offsetHeight } = row;
    if (offsetTop < scrollTop) this.element.scrollTop = offsetTop;
    else if (offsetTop + offsetHeight > scrollTop + clientHeight) {
      this.element.scrollTop = offsetTop + offsetHeight - clientHeight;
    }
  }
}
