// Results as a file: handed out, and taken in from another browser.

const BOOK = 'Await and See';
const SCHEMA = 1;
/** What this book keeps of its reader begins with this. */
const OWN = 'await-and-see';

/** Hands all results out as a file. */
export function handOutAll() {
  const handed = { book: BOOK, schema: SCHEMA, date: Date.now(), results: keptResults.read() };
  keptResults.handOut(JSON.stringify(handed, null, 1), 'await-and-see.json');
}

/**
 * Takes results in; of two results of a panel the later one stays. Says what came of it.
 * @param {string} text A file's.
 * @param {Set<string>} known The examples' names.
 * @returns {{ taken: string } | { refused: string }}
 */
export function takeIn(text, known) {
  const { why, results: theirs } = resultsIn(text);
  if (why) return { refused: why };
  const entries = Object.entries(theirs ?? {});
  const results = keptResults.read();
  let taken = 0;
  for (const [slug, result] of entries) {
    if (!known.has(slug) || results[slug]?.date >= result.date) continue;
    results[slug] = result;
    taken += 1;
  }
  const lasting = keptResults.keep(results);
  const left = ' The others are no newer than yours, or of panels that this edition does not have.';
  const brief = ' This browser keeps nothing for this site, so they last until you leave the page.';
  const counted = `Imported: ${taken} of ${entries.length} results.`;
  return { taken: `${counted}${taken < entries.length ? left : ''}${lasting ? '' : brief}` };
}

/** @param {string} text @returns {{ results?: Record<string, Result>, why?: string }} */
function resultsIn(text) {
  let handed;
  try {
    handed = JSON.parse(text);
  } catch {
    return { why: 'it is not JSON' };
  }
  if (handed?.book !== BOOK) return { why: 'this book did not write it' };
  if (handed.schema !== SCHEMA) {
    const theirs = JSON.stringify(handed.schema ?? null).slice(0, 20);
    return { why: `its form is ${theirs}, and this edition reads form ${SCHEMA}` };
  }
  const results = handed.results ?? {};
  const faulty = Object.keys(results).find((slug) => !keptResults.isResult(results[slug]));
  if (faulty !== undefined) return { why: `what it says of “${faulty.slice(0, 40)}” is no result` };
  return { results };
}

/** Removes all that this book keeps of its reader, other than the theme. */
export async function clearAll() {
  for (const name of Object.keys(localStorage))
    if (name.startsWith(`${OWN}.`)) localStorage.removeItem(name);
  keptResults.keep({});
  try {
    for (const { name } of await indexedDB.databases())
      if (name?.startsWith(`${OWN}-`)) indexedDB.deleteDatabase(name);
  } catch {
    // A browser that refuses them has none.
  }
}
