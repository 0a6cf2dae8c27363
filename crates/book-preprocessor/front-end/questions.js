// Asks the questions of a form one by one, runs their code when they have been answered, and keeps
// the answers in this browser.

import { forgetForms, keepForms, keptForms } from './answers.js';
import { compared, missed, scores } from './outcome.js';
import { button, keepArrows, make, onPaper, sureButton } from './parts.js';
import { printed } from './tools.js';

/** @typedef {import('./answers.js').Form} Form */

class ConceptQuestions extends HTMLElement {
  /** @type {HTMLElement[]} */
  #questions = [];
  /** @type {Form} */
  #form = { order: [], answers: {} };
  #card = make('div', '', { className: 'card' });
  #said = make('p', '', { className: 'said', role: 'status' });
  #warning = make(
    'p',
    'This browser stores nothing for this site. Your answers last until you leave the page.',
    { hidden: true },
  );

  connectedCallback() {
    // On paper all questions stay, with their answers.
    if (this.contains(this.#card) || onPaper) return;
    this.#questions = [...this.querySelectorAll('section')];
    this.append(this.#card, this.#said, this.#warning);
    keepArrows(this);
    const form = keptForms()[this.#name];
    if (
      form?.order.length === this.#questions.length &&
      form.order.every((name) => this.#question(name))
    )
      this.#form = form;
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
    const lead = answered
      ? `You have answered ${answered} of ${all}.`
      : `${all} pieces of code. What does each print?`;
    this.#card.replaceChildren(
      make('p', lead),
      ...(answered ? [button('Go on', () => this.#ask())] : []),
      anew,
    );
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
    keepForms({ ...keptForms(), [this.#name]: this.#form });
    this.#warning.hidden = keptForms()[this.#name]?.order.join() === this.#form.order.join();
  }

  /** @param {string} text */
  #say(text) {
    this.#said.textContent = text;
  }

  /** Asks the next question. */
  #ask() {
    const nth = this.#answered();
    const name = this.#form.order.find((it) => !this.#form.answers[it]);
    const question = name && this.#question(name);
    if (!question) {
      this.#results();
      return this.#card.querySelector('p')?.focus();
    }
    const text = `Question ${nth + 1} of ${this.#questions.length}: what is printed?`;
    const heading = make('p', text, { className: 'asked', tabIndex: -1 });
    const code = question.querySelector('pre')?.cloneNode(true) ?? '';
    const choices = this.#choices(question);
    const seconds = stopwatch();
    const check = button('Check', () => {
      const chosen = choices.querySelector('input:checked');
      if (!(chosen instanceof HTMLInputElement)) return this.#say('Choose an answer first.');
      check.remove();
      choices.disabled = true;
      showRight(choices, question, chosen);
      this.#check(question, Number(chosen.value), seconds());
    });
    this.#say('');
    this.#card.replaceChildren(heading, code, choices, check);
    this.#card.dataset.name = name;
    heading.focus();
  }

  /** @param {HTMLElement} question */
  #choices(question) {
    const choices = make('fieldset');
    choices.append(make('legend', 'It prints'));
    answersOf(question).forEach((answer, index) => {
      const label = make('label');
      const name = `${this.#name}-answer`;
      const input = make('input', '', { type: 'radio', name, value: String(index) });
      label.append(input, ` ${answer.textContent}`);
      choices.append(label);
    });
    return choices;
  }

  /**
   * Keeps an answer, runs the code, and says what it printed and what is to be said of the answer.
   * @param {HTMLElement} question
   * @param {number} chosen
   * @param {number | null} seconds
   */
  async #check(question, chosen, seconds) {
    const answers = answersOf(question);
    const right = 'right' in answers[chosen].dataset;
    const own = { chosen: answers[chosen].textContent ?? '', right, seconds };
    this.#form.answers[question.dataset.name ?? ''] = own;
    this.#keep();
    const outcome = make('div', '', { className: 'outcome' });
    this.#card.append(outcome);
    this.#say('It runs.');
    const expected = answers.find((answer) => 'right' in answer.dataset)?.textContent ?? '';
    const text = await this.#runCode(question.dataset.name ?? '', expected, outcome);
    const verdict = make('p', '', { className: right ? 'right' : 'wrong' });
    verdict.append(...copied(question.querySelectorAll('.feedback > li')[chosen]));
    outcome.append(verdict);
    if (!right) {
      const lesson = make('p');
      lesson.append(...copied(question.querySelector('.lesson')));
      outcome.append(lesson);
    }
    this.#say(`It printed ${text}. ${verdict.textContent}`);
    // Only now: the code of two questions that run at the same time would disturb each other.
    const isLast = this.#answered() === this.#questions.length;
    const next = button(isLast ? 'See the result' : 'Next question', () => this.#ask());
    this.#card.append(next);
    next.focus();
  }

  /**
   * Runs the code of a question, says in its place what came of it, and gives what it printed.
   * @param {string} name
   * @param {string} expected
   * @param {HTMLElement} place
   */
  async #runCode(name, expected, place) {
    try {
      const code = (await import(`./${this.#name}.js`)).default;
      const text = await printed(code[name]);
      const output = make('p', 'It has just run here, and printed: ');
      output.append(make('strong', text));
      place.append(output);
      const other = `The book expects “${expected}”. Another program may have kept this browser busy.`;
      if (text !== expected) place.append(make('p', other));
      return text;
    } catch (error) {
      place.append(make('p', `The code could not be run: ${error}`));
      return '';
    }
  }

  /** Shows what came out, before reading and after. */
  #results() {
    const forms = { ...keptForms(), [this.#name]: this.#form };
    const heading = make('p', 'Your result', { className: 'asked', tabIndex: -1 });
    const before = this.#name === 'after' ? forms.before : undefined;
    const list = missed(this.#questions, this.#form, before);
    const again = list.childElementCount ? 'To read again:' : 'There is nothing to read again.';
    const anew = 'Start over, without these answers';
    const forget = 'Forget all answers, before and after';
    this.#card.replaceChildren(
      heading,
      scores(this.#questions, forms),
      make('p', compared(this.#questions, this.#form)),
      make('p', again),
      ...(list.childElementCount ? [list] : []),
      sureButton('Begin anew', anew, () => this.#begin()),
      sureButton('Forget all answers', forget, () => this.#forget()),
    );
    delete this.#card.dataset.name;
    this.#say('');
  }

  #forget() {
    forgetForms();
    this.#form = { order: [], answers: {} };
    this.#open();
    this.#card.querySelector('button')?.focus();
    this.#say('Forgotten: this browser stores none of your answers.');
  }
}

/** @param {HTMLElement} question @returns {HTMLElement[]} */
const answersOf = (question) =>
  [...question.querySelectorAll('.answers > li')].map((it) => /** @type {HTMLElement} */ (it));

/** @param {Element | null} element */
const copied = (element) => [...(element?.cloneNode(true).childNodes ?? [])];

/**
 * Marks the answer that is right, and the one that was chosen.
 * @param {HTMLElement} choices
 * @param {HTMLElement} question
 * @param {HTMLInputElement} chosen
 */
function showRight(choices, question, chosen) {
  chosen.closest('label')?.classList.add('chosen');
  const answers = answersOf(question);
  choices.querySelectorAll('label').forEach((label, index) => {
    label.classList.toggle('true', 'right' in answers[index].dataset);
  });
}

/**
 * Gives a function that tells the seconds since now; null if the tab was hidden meanwhile.
 * @returns {() => number | null}
 */
function stopwatch() {
  const begin = performance.now();
  let { hidden } = document;
  const hide = () => {
    hidden = true;
  };
  document.addEventListener('visibilitychange', hide);
  return () => {
    document.removeEventListener('visibilitychange', hide);
    return hidden ? null : (performance.now() - begin) / 1000;
  };
}

customElements.define('concept-questions', ConceptQuestions);
