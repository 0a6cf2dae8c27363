// What the reader's runs found, in words and in every place where a text names claims.

import { all, make } from './parts.js';

/** @type {Record<FindingName, string>} */
export const WORDS = {
  holds: 'holds',
  conditional: 'holds with a condition',
  misleading: 'misleading',
  false: 'false',
  unmeasurable: 'not shown this time',
};

export const FINDINGS = /** @type {FindingName[]} */ (Object.keys(WORDS));

/** @type {Record<FindingName, string>} */
const SIGNS = {
  holds: '✓',
  conditional: 'if',
  misleading: '≠',
  false: '✗',
  unmeasurable: '–',
};

/**
 * How many were found so, said of one and of several.
 * @type {Record<FindingName, [string, string]>}
 */
const COUNTED = {
  holds: ['holds', 'hold'],
  conditional: ['holds with a condition', 'hold with a condition'],
  misleading: ['is misleading', 'are misleading'],
  false: ['is false', 'are false'],
  unmeasurable: ['was not shown', 'were not shown'],
};

/** Findings, counted in words. @param {Finding[]} findings */
export function counted(findings) {
  const parts = FINDINGS.map((name) => {
    const count = findings.filter(({ finding }) => finding === name).length;
    return count ? `${count} ${COUNTED[name][count === 1 ? 0 : 1]}` : '';
  });
  return parts.filter(Boolean).join(', ');
}

/** Whether something else was found than this book expects. @param {Finding} found */
export const isAmiss = ({ expected, finding }) => !expected && finding !== 'unmeasurable';

/**
 * What the reader's runs found about the claim of a row or of a text, at the claim's home.
 * @param {Record<string, Result>} results
 * @param {HTMLElement} place
 */
export const found = (results, { dataset: { claim, home } }) =>
  results[home ?? '']?.findings.find((it) => it.claim === claim);

/**
 * Has something shown anew when another tab has run panels, and when the browser shows a page that
 * it has kept for going back.
 * @param {() => void} show
 */
export function onNews(show) {
  addEventListener('storage', show);
  addEventListener('pageshow', (event) => event.persisted && show());
}

/**
 * What a text says of a claim for as long as there is no finding.
 * @type {Map<HTMLElement, Node[]>}
 */
const told = new Map();

/** Writes the reader's findings to the claims that a text names. */
export function showYours() {
  const results = keptResults.read();
  for (const place of all('.your-finding [data-claim]')) {
    const before = told.get(place) ?? [...place.childNodes];
    told.set(place, before);
    const it = found(results, place);
    // A cell of a table has room for the figures of one claim.
    const figures = !place.closest('td') || !place.previousElementSibling;
    const [link, ...rest] = before;
    const says = rest.filter((node) => node instanceof Element && node.matches('.says'));
    const why = figures ? ` ${it?.why}` : '';
    const now = it && [link, ...says, ' ', make('b', `${WORDS[it.finding]}.`), why];
    place.replaceChildren(...(now ?? before));
  }
  for (const text of all('.your-finding')) text.dataset.here = '';
}

/**
 * Says in a claim's row what was found, by which browser, when and with which settings.
 * @param {HTMLElement} row
 * @param {Finding | undefined} it
 * @param {Record<string, Result>} results
 * @param {import('./whole-run.js').Example | undefined} example
 */
export function tellRow(row, it, results, example) {
  const yours = row.querySelector('.yours');
  if (!it) return yours?.replaceChildren('You haven’t run it yet.');
  const { date, browser, module, settings } = results[row.dataset.home ?? ''];
  const day = /** @type {const} */ ({ day: 'numeric', month: 'long', year: 'numeric' });
  const notes = [`${browser}, ${new Date(date).toLocaleDateString('en-GB', day)}`];
  const set = Object.entries(settings).filter(([name, value]) => value !== example?.settings[name]);
  if (set.length) notes.push(`with ${set.map((pair) => pair.join(' ')).join(', ')}`);
  if (module !== example?.module) notes.push('measured by an earlier version of the panel');
  const source = make('small', `(${notes.join('; ')})`);
  yours?.replaceChildren('You: ', make('b', WORDS[it.finding]), `. ${it.why} `, source);
  if (isAmiss(it)) yours?.append(' That is not what this book expects.');
}

/** What the signs on the squares say. */
export function key() {
  const list = make('ul', '', { className: 'key', ariaLabel: 'What the signs mean' });
  for (const finding of FINDINGS) {
    const item = make('li', WORDS[finding]);
    Object.assign(item.dataset, { found: finding, sign: SIGNS[finding] });
    list.append(item);
  }
  return list;
}
