// The Lab: a program of the reader's own, run on an engine whose clock and queues can be looked at.

import { Editor } from './lab-editor.js';
import { Engine } from './lab-engine.js';
import { Player } from './lab-player.js';
import { PROGRAMS } from './lab-programs.js';
import { download, keep, kept, ofFragment, toFragment } from './lab-share.js';
import { View, link, ms } from './lab-view.js';
import { button, keepArrows, make, onPaper, sureButton } from './parts.js';

/** @typedef {import('./lab-replay.js').Recording} Recording */
/** @typedef {import('./lab-replay.js').Moment} Moment */

/** What shows the Lab alone in another page. @param {string} address */
const framed = (address) =>
  `<iframe src="${address.replace('#', '?embed#')}" title="A program in the Lab" width="100%" height="900"></iframe>`;

/** What a program is kept as that nobody has saved. */
const DRAFT = 'not saved';

class Lab extends HTMLElement {
  #engine = new Engine({
    worker: this.dataset.workerJs ?? '',
    engine: this.dataset.engine ? new URL(this.dataset.engine, document.baseURI).href : '',
  });
  #editor = new Editor(() => this.#changed());
  #player = new Player((recording, moment, where) => this.#showMoment(recording, moment, where));
  #view = new View((line) => this.#player.goToTime(0, line));
  #name = '';
  /** The text of the program that was opened. */
  #opened = '';
  #run = make('button', 'Run and record', { type: 'button', className: 'run' });
  #stop = button('Stop', () => this.#engine.stop());
  #forget = sureButton('Delete', 'Really delete?', () => this.#delete());
  #programs = make('select', '', { ariaLabel: 'Program' });
  #status = make('p', '', { className: 'status', role: 'status' });
  #alert = make('p', '', { className: 'alert', role: 'alert', hidden: true });
  #about = make('p', '', { className: 'about' });
  #where = make('small');
  #remarks = make('ul', '', { className: 'remarks' });

  connectedCallback() {
    if (onPaper || this.children.length > 1) return;
    const isEmbedded = new URLSearchParams(location.search).has('embed');
    document.documentElement.classList.toggle('lab-alone', isEmbedded);
    this.#build();
    this.#begin();
    addEventListener('hashchange', () => this.#begin());
  }

  #build() {
    this.#run.addEventListener('click', () => this.#record());
    this.#stop.hidden = true;
    this.#view.element.hidden = true;
    this.#programs.addEventListener('change', () => this.#open(this.#programs.value));
    const bar = make('div', '', { className: 'bar' });
    const copy = button('Copy link', () => this.#copy((address) => address, 'The link'));
    const embed = button('Embed', () => this.#copy(framed, 'A frame for your own page'));
    const save = button('Save', () => this.#save());
    const file = button('Download', () => download(this.#name, this.#editor.text));
    bar.append(this.#programs, copy, embed, save, this.#forget, file, this.#stop, this.#run);
    const program = make('section', '', { className: 'pane program' });
    const heading = make('h2', 'Program');
    const { controls } = this.#player;
    const editor = this.#editor.element;
    program.append(heading, this.#where, this.#about, controls, editor, this.#remarks);
    const layout = make('div', '', { className: 'layout' });
    layout.append(program, this.#player.element, this.#view.element);
    this.replaceChildren(bar, this.#alert, this.#status, layout);
    this.#list();
    // So that a press beside its controls leaves the arrow keys to it.
    this.tabIndex = -1;
    this.addEventListener('keydown', (event) => this.#key(event));
    keepArrows(this);
  }

  /** Arrows go from step to step, Ctrl and Enter run. @param {KeyboardEvent} event */
  #key(event) {
    const { key, ctrlKey, metaKey, target } = event;
    if (key === 'Enter' && (ctrlKey || metaKey)) this.#run.click();
    const own = target instanceof Element && target.matches('textarea, input, select, .console');
    if (own || !['ArrowLeft', 'ArrowRight'].includes(key)) return;
    event.preventDefault();
    this.#player.move(key === 'ArrowLeft' ? -1 : 1);
  }

  /** Fills the list of programs. */
  #list() {
    const group = (/** @type {string} */ label, /** @type {[string, string][]} */ entries) => {
      const made = make('optgroup', '', { label });
      made.append(...entries.map(([value, text]) => make('option', text, { value })));
      return made;
    };
    /** @type {[string, string][]} */
    const own = Object.keys(kept()).map((name) => [`own:${name}`, name]);
    const ready = PROGRAMS.map(({ id, name }) => /** @type {[string, string]} */ ([id, name]));
    const groups = [group('To begin with', ready)];
    if (own.length) groups.push(group('Your own', own));
    this.#programs.replaceChildren(make('option', 'Open a program…', { value: '' }), ...groups);
  }

  async #begin() {
    try {
      const linked = await ofFragment(location.hash);
      if (linked !== null) {
        this.#about.textContent = '';
        this.#opened = linked;
        this.#editor.text = linked;
        this.#programs.value = '';
        this.#forget.hidden = true;
        this.#say('This program came with the link. It runs in the Lab alone, when you press Run.');
        return;
      }
      this.#open(kept()[DRAFT] === undefined ? PROGRAMS[0].id : `own:${DRAFT}`);
    } catch (error) {
      this.#open(PROGRAMS[0].id);
      this.#complain(/** @type {Error} */ (error).message);
    }
  }

  /** @param {string} id */
  #open(id) {
    const own = id.startsWith('own:') ? kept()[id.slice(4)] : undefined;
    const known = PROGRAMS.find((it) => it.id === id);
    if (own === undefined && !known) return;
    this.#name = known ? '' : id.slice(4);
    this.#forget.hidden = Boolean(known);
    this.#opened = own ?? known?.text ?? '';
    this.#editor.text = this.#opened;
    this.#about.textContent = known?.about ?? '';
    this.#programs.value = id;
  }

  /** The program is another: what was recorded is of the one before. */
  #changed() {
    this.#engine.stop();
    this.#player.load(null);
    this.#view.element.hidden = true;
    this.#editor.mark({});
    this.#remarks.replaceChildren();
    this.#where.textContent = '';
    this.#alert.hidden = true;
    this.dataset.state = 'idle';
    this.#say('');
    if (this.#editor.text === this.#opened) return;
    keep(DRAFT, this.#editor.text);
    this.#list();
    this.#programs.value = `own:${DRAFT}`;
    this.#forget.hidden = false;
  }

  async #record() {
    this.#alert.hidden = true;
    this.#run.disabled = true;
    this.#stop.hidden = false;
    this.dataset.state = 'running';
    this.#say('Running.');
    try {
      this.#show(await this.#engine.run(this.#editor.text));
    } catch (error) {
      this.#fail(/** @type {Error} */ (error).message);
    }
    this.#run.disabled = false;
    this.#stop.hidden = true;
  }

  /** @param {Recording} recording */
  #show(recording) {
    const { fault, given_up, steps, at } = recording.end;
    if (fault) {
      this.#editor.mark({ fault: fault.at.line });
      this.#editor.show(fault.at.line);
      this.#fail(`Line ${fault.at.line}: ${fault.message}`);
      return;
    }
    this.#view.element.hidden = false;
    this.#showRemarks(recording);
    this.#player.load(recording);
    if (given_up) this.#complain(given_up);
    const count = `${steps} ${steps === 1 ? 'step' : 'steps'}`;
    this.#say(given_up ? '' : `${count} in ${ms(at)} of virtual time.`);
    this.dataset.state = 'done';
  }

  /** @param {Recording} recording */
  #showRemarks({ lints }) {
    const rows = lints.map(({ line, message, kind, at }) => {
      const row = make('li', `${message} `, { className: kind });
      row.append(link(`Show line ${line}`, () => this.#player.goToTime(at, line)));
      return row;
    });
    this.#remarks.replaceChildren(...rows);
  }

  /** @param {Recording} recording @param {Moment} moment @param {string} where */
  #showMoment(recording, moment, where) {
    this.#where.textContent = where;
    /** @type {Map<number, number>} */
    const waits = new Map();
    for (const { line } of moment.waits.values()) waits.set(line, (waits.get(line) ?? 0) + 1);
    const remarks = new Set(recording.lints.map(({ line }) => line));
    this.#editor.mark({ current: moment.line, waits, remarks });
    if (moment.line) this.#editor.show(moment.line);
    this.#view.show(recording, moment);
  }

  /**
   * Copies the program, in a link or in what is made of one.
   * @param {(address: string) => string} make
   * @param {string} what
   */
  async #copy(make, what) {
    try {
      const fragment = await toFragment(this.#editor.text);
      history.replaceState(null, '', `#${fragment}`);
      await navigator.clipboard.writeText(make(location.href));
      this.#say(`${what} is copied. It holds the whole program.`);
    } catch (error) {
      const { name, message } = /** @type {Error} */ (error);
      const refused = 'The address above holds the whole program: copy it.';
      this.#say(name === 'NotAllowedError' ? refused : message);
    }
  }

  #save() {
    const usual = this.#name === DRAFT ? '' : this.#name;
    const name = prompt('A name for this program, in this browser:', usual)?.trim();
    if (!name) return;
    this.#name = name;
    keep(DRAFT, null);
    const saved = keep(name, this.#editor.text);
    const refused = 'This browser keeps nothing: download the program.';
    this.#say(saved ? `Saved as “${name}”, in this browser alone.` : refused);
    this.#list();
    this.#opened = this.#editor.text;
    if (saved) this.#programs.value = `own:${name}`;
  }

  /** Forgets the program of the reader's own that is open. */
  #delete() {
    const [, name] = this.#programs.value.split('own:');
    keep(name, null);
    this.#list();
    this.#open(PROGRAMS[0].id);
    this.#say(`“${name}” is deleted.`);
  }

  /** @param {string} text */
  #say(text) {
    this.#status.textContent = text;
  }

  /** @param {string} why */
  #fail(why) {
    this.#say('');
    this.#complain(why);
    this.dataset.state = 'failed';
  }

  /** @param {string} text */
  #complain(text) {
    this.#alert.textContent = text;
    this.#alert.hidden = false;
  }
}

customElements.define('await-lab', Lab);
