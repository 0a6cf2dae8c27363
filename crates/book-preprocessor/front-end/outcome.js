// What came out of the questions: how many were right in plain and in asynchronous code, and what
// to read again.

import { make } from './parts.js';

/** @typedef {import('./answers.js').Form} Form */

/**
 * With ten questions of a kind and three answers to each, so many more or less come about by
 * guessing.
 */
const CHANCE = 3;
const KINDS = ['plain', 'asynchronous'];

/**
 * How many questions of a kind were right.
 * @param {HTMLElement[]} questions
 * @param {Form} form
 * @param {string} kind
 */
function score(questions, form, kind) {
  const names = questions.filter((it) => it.dataset.kind === kind).map((it) => it.dataset.name);
  const answers = names.map((name) => form.answers[name ?? '']).filter(Boolean);
  const seconds = answers.map((answer) => answer.seconds).filter((it) => it !== null);
  return {
    right: answers.filter((answer) => answer.right).length,
    all: answers.length,
    seconds: seconds.length ? median(seconds) : null,
  };
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * The scores before reading and after.
 * @param {HTMLElement[]} questions
 * @param {Record<string, Form>} forms
 */
export function scores(questions, forms) {
  const wrapper = make('div', '', { className: 'table-wrapper' });
  const table = wrapper.appendChild(make('table'));
  const head = table.appendChild(make('thead')).appendChild(make('tr'));
  head.append(make('td'));
  for (const kind of KINDS) head.append(make('th', `${kind} code`, { scope: 'col' }));
  const body = table.appendChild(make('tbody'));
  for (const name of ['before', 'after']) {
    if (!forms[name]) continue;
    const row = body.appendChild(make('tr'));
    row.append(make('th', `${name} reading`, { scope: 'row' }));
    for (const kind of KINDS) {
      const { right, all, seconds } = score(questions, forms[name], kind);
      const within = seconds === null ? '' : `, half of them within ${seconds.toFixed(0)} s`;
      row.append(make('td', all ? `${right} of ${all}${within}` : 'not asked'));
    }
  }
  return wrapper;
}

/**
 * How the reader did in the two kinds of code, in words.
 * @param {HTMLElement[]} questions
 * @param {Form} form
 */
export function compared(questions, form) {
  const [plain, other] = KINDS.map((kind) => score(questions, form, kind));
  const right = `You got ${plain.right} of ${plain.all} right in plain code and ${other.right} of ${other.all} in asynchronous code.`;
  if (Math.abs(plain.right - other.right) <= CHANCE)
    return `${right} The difference is too small to tell: so much may be chance.`;
  const harder = plain.right > other.right ? 'asynchronous' : 'plain';
  return `${right} On these questions ${harder} code was harder to read for you.`;
}

/**
 * What to read again, with the lesson of each question that was missed.
 * @param {HTMLElement[]} questions
 * @param {Form} form
 * @param {Form | undefined} before The answers before reading, if these are the ones after it.
 */
export function missed(questions, form, before) {
  const list = make('ul');
  for (const name of form.order.filter((name) => !form.answers[name].right)) {
    const question = questions.find((it) => it.dataset.name === name);
    const feedback = /** @type {HTMLElement[]} */ ([
      ...(question?.querySelectorAll('.feedback > li') ?? []),
    ]);
    const own = feedback.find((it) => it.dataset.answer === form.answers[name].chosen);
    const item = list.appendChild(make('li'));
    item.append(make('strong', own?.querySelector('strong')?.textContent ?? name), ' ');
    item.append(...(question?.querySelector('.lesson')?.cloneNode(true).childNodes ?? []));
    const then = before?.answers[name];
    if (then)
      item.append(` Before reading you got this one ${then.right ? 'right' : 'wrong too'}.`);
  }
  return list;
}
