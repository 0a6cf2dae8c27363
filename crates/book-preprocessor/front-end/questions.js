// @ts-check
// Asks the questions of a form one by one, runs their code when they have been answered, and keeps the answers in this browser.

import { button, keepArrows, make, onPaper, sureButton } from './parts.js';
import { printed } from './tools.js';

const KEPT = 'await-and-see.questions';
/** With ten questions of a kind and three answers to each, so many more or less come about by guessing. */
const CHANCE = 3;
/** @typedef {{ chosen: string, right: boolean, seconds: number | null }} Answer */
/** @typedef {{ order: string[], answers: Record<string, Answer> }} Form */

/** @returns {Record<string, Form>} What is kept, or nothing if that cannot be read. */
function kept() {
  try {
    const forms = Object.entries(JSON.parse(localStorage.getItem(KEPT) ?? '{}'));
    return Object.fromEntries(forms.filter(([, form]) => Array.isArray(form?.order) && form.answers && typeof form.answers === 'object'));
  } catch {
    return {};
  }
}

/** @param {Record<string, Form>} forms */
function keep(forms) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(forms));
  } catch {
    // Where nothing can be kept, the answers last as long as the page, and the reader is told so.
  }
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

class ConceptQuestions extends HTMLElement {
  /** @type {HTMLElement[]} */ #questions = [];
  /** @type {Form} */ #form = { order: [], answers: {} };
  #card = make('div', '', { className: 'card' });
  #said = make('p', '', { className: 'said' });
  #warning = make('p', 'This browser keeps nothing for this site. Your answers last until you leave the page.', { hidden: true });

  connectedCallback() {
    // On paper all questions stay, with their answers.
    if (this.contains(this.#card) || onPaper) return;
    this.#questions = [...this.querySelectorAll('section')];
    this.#said.setAttribute('role', 'status');
    this.append(this.#card, this.#said, this.#warning);
    keepArrows(this);
    const form = kept()[this.#name];
    if (form?.order.length === this.#questions.length && form.order.every((name) => this.#question(name))) this.#form = form;
    this.#open();
  }

  get #name() {
    return this.dataset.form ?? '';
  }

  /** @param {string} name */
  #question(name) {
    return this.#questions.find((question) => question.dataset.name === name);
  }

  #answered() {
    return this.#form.order.filter((name) => this.#form.answers[name]).length;
  }

  /** Shows where the reader stands. */
  #open() {
    const [answered, all] = [this.#answered(), this.#questions.length];
    if (answered === all) return this.#results();
    const anew = button(answered ? 'Begin anew' : 'Begin', () => this.#begin());
    const lead = answered ? `You have answered ${answered} of ${all}.` : `${all} pieces of code. What does each print?`;
    this.#card.replaceChildren(make('p', lead), ...(answered ? [button('Go on', () => this.#ask())] : []), anew);
  }

  #begin() {
    const order = this.#questions.map((question) => question.dataset.name ?? '');
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    this.#form = { order, answers: {} };
    this.#keep();
    this.#ask();
  }

  #keep() {
    keep({ ...kept(), [this.#name]: this.#form });
    this.#warning.hidden = kept()[this.#name]?.order.join() === this.#form.order.join();
  }

  /** @param {string} text */
  #say(text) {
    this.#said.textContent = text;
  }

  /** Asks the next question. */
  #ask() {
    const nth = this.#answered();
    const name = this.#form.order.find((it) => !this.#form.answers[it]);
    if (!name) {
      this.#results();
      return this.#card.querySelector('p')?.focus();
    }
    const question = /** @type {HTMLElement} */ (this.#question(name));
    const heading = make('p', `Question ${nth + 1} of ${this.#questions.length}: what is printed?`, { className: 'asked', tabIndex: -1 });
    const code = /** @type {Element} */ (question.querySelector('pre')).cloneNode(true);
    const answers = [...question.querySelectorAll('.answers > li')];
    const choices = make('fieldset');
    choices.append(make('legend', 'It prints'));
    answers.forEach((answer, index) => {
      const label = make('label');
      label.append(make('input', '', { type: 'radio', name: `${this.#name}-answer`, value: String(index) }), ` ${answer.textContent}`);
      choices.append(label);
    });
    let hidden = document.hidden;
    const hide = () => { hidden = true; };
    document.addEventListener('visibilitychange', hide);
    const begin = performance.now();
    const check = button('Check', () => {
      const chosen = /** @type {HTMLInputElement | null} */ (choices.querySelector('input:checked'));
      if (!chosen) return this.#say('Choose an answer first.');
      document.removeEventListener('visibilitychange', hide);
      check.remove();
      choices.setAttribute('disabled', '');
      chosen.closest('label')?.classList.add('chosen');
      choices.querySelectorAll('label').forEach((label, index) => label.classList.toggle('true', 'right' in /** @type {HTMLElement} */ (answers[index]).dataset));
      const seconds = hidden ? null : (performance.now() - begin) / 1000;
      this.#check(question, Number(chosen.value), seconds);
    });
    this.#say('');
    this.#card.replaceChildren(heading, code, choices, check);
    this.#card.dataset.name = name;
    heading.focus();
  }

  /**
   * Runs the code, and says what it printed and what is to be said of the answer.
   * @param {HTMLElement} question
   * @param {number} chosen
   * @param {number | null} seconds
   */
  async #check(question, chosen, seconds) {
    const name = question.dataset.name ?? '';
    const answers = /** @type {HTMLElement[]} */ ([...question.querySelectorAll('.answers > li')]);
    const right = 'right' in answers[chosen].dataset;
    this.#form.answers[name] = { chosen: answers[chosen].textContent ?? '', right, seconds };
    this.#keep();
    const outcome = make('div', '', { className: 'outcome' });
    this.#card.append(outcome);
    this.#say('It runs.');
    /** @type {string} */
    let text;
    try {
      const code = (await import(`./${this.#name}.js`)).default;
      text = await printed(code[name]);
    } catch (error) {
      text = '';
      outcome.append(make('p', `The code could not be run: ${error}`));
    }
    if (text) {
      const output = make('p', 'It has just run here, and printed: ');
      output.append(make('strong', text));
      outcome.append(output);
      const expected = answers.find((answer) => 'right' in answer.dataset)?.textContent;
      if (text !== expected) outcome.append(make('p', `The book expects “${expected}”. Another program may have kept this browser busy.`));
    }
    const feedback = question.querySelectorAll('.feedback > li')[chosen];
    const verdict = make('p', '', { className: right ? 'right' : 'wrong' });
    verdict.append(...[...feedback.cloneNode(true).childNodes]);
    outcome.append(verdict);
    if (!right) {
      const lesson = make('p');
      lesson.append(.../** @type {Element} */ (question.querySelector('.lesson')).cloneNode(true).childNodes);
      outcome.append(lesson);
    }
    this.#say(`It printed ${text}. ${verdict.textContent}`);
    // Only now: the code of two questions that run at the same time would disturb each other.
    const next = button(this.#answered() === this.#questions.length ? 'See what came out' : 'Next question', () => this.#ask());
    this.#card.append(next);
    next.focus();
  }

  /** Shows what came out, before reading and after. */
  #results() {
    const forms = kept();
    forms[this.#name] = this.#form;
    const wrapper = make('div', '', { className: 'table-wrapper' });
    const table = wrapper.appendChild(make('table'));
    const head = table.appendChild(make('thead')).appendChild(make('tr'));
    for (const title of ['', 'plain code', 'asynchronous code']) head.append(make(title ? 'th' : 'td', title, title ? { scope: 'col' } : {}));
    const body = table.appendChild(make('tbody'));
    for (const [name, title] of [['before', 'before reading'], ['after', 'after reading']]) {
      if (!forms[name]) continue;
      const row = body.appendChild(make('tr'));
      row.append(make('th', title, { scope: 'row' }));
      for (const kind of ['plain', 'asynchronous']) {
        const { right, all, seconds } = this.#score(forms[name], kind);
        row.append(make('td', all ? `${right} of ${all}${seconds === null ? '' : `, half of them within ${seconds.toFixed(0)} s`}` : 'not asked'));
      }
    }
    const [plain, other] = ['plain', 'asynchronous'].map((kind) => this.#score(this.#form, kind));
    const compared = `You had ${plain.right} of ${plain.all} right in plain code and ${other.right} of ${other.all} in asynchronous code. `;
    const found = Math.abs(plain.right - other.right) <= CHANCE ? 'The difference is too small to tell: so much may be chance.'
      : plain.right > other.right ? 'On these questions asynchronous code was harder to read for you.'
      : 'On these questions plain code was harder to read for you.';
    const missed = this.#form.order.filter((name) => !this.#form.answers[name].right);
    const list = make('ul');
    for (const name of missed) {
      const question = /** @type {HTMLElement} */ (this.#question(name));
      const item = list.appendChild(make('li'));
      const feedback = [...question.querySelectorAll('.feedback > li')].find((it) => /** @type {HTMLElement} */ (it).dataset.answer === this.#form.answers[name].chosen);
      const before = this.#name === 'after' && forms.before?.answers[name];
      item.append(make('strong', feedback?.querySelector('strong')?.textContent ?? name), ' ', .../** @type {Element} */ (question.querySelector('.lesson')).cloneNode(true).childNodes);
      if (before) item.append(before.right ? ' Before reading you had this one right.' : ' Before reading you had this one wrong too.');
    }
    const heading = make('p', 'What came out', { className: 'asked', tabIndex: -1 });
    this.#card.replaceChildren(heading, wrapper, make('p', compared + found), make('p', missed.length ? 'To read again:' : 'There is nothing to read again.'), ...(missed.length ? [list] : []), sureButton('Begin anew', 'Begin anew, without these answers', () => this.#begin()), sureButton('Forget all answers', 'Forget all answers, before and after', () => this.#forget()));
    delete this.#card.dataset.name;
    this.#say('');
  }

  /**
   * @param {Form} form
   * @param {string} kind
   */
  #score(form, kind) {
    const names = this.#questions.filter((it) => it.dataset.kind === kind).map((it) => it.dataset.name ?? '');
    const answers = names.map((name) => form.answers[name]).filter(Boolean);
    const seconds = answers.map((answer) => answer.seconds).filter((it) => it !== null);
    return { right: answers.filter((answer) => answer.right).length, all: answers.length, seconds: seconds.length ? median(seconds) : null };
  }

  #forget() {
    try {
      localStorage.removeItem(KEPT);
    } catch {
      // Nothing was kept.
    }
    this.#form = { order: [], answers: {} };
    this.#open();
    this.#card.querySelector('button')?.focus();
    this.#say('Forgotten: this browser keeps no answers of yours.');
  }
}

customElements.define('concept-questions', ConceptQuestions);
