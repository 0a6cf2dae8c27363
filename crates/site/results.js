// @ts-check
// Keeps what the reader's whole runs found, in this browser alone, for the verdict board to show.
{
  const KEY = 'await-and-see.results';
  const FINDINGS = ['holds', 'conditional', 'misleading', 'false', 'unmeasurable'];
  /** Longer than any sentence of a panel. */
  const LONGEST = 2000;
  /** @typedef {{ claim: string, finding: string, expected: boolean, why: string }} Found */
  /** @typedef {{ date: number, took: number, browser: string, module: string, settings: Record<string, number>, findings: Found[] }} Result Times in milliseconds. */

  const isText = (/** @type {any} */ text) => typeof text === 'string' && text.length <= LONGEST;
  const isFound = (/** @type {any} */ it) => /^K\d\d$/.test(it?.claim) && FINDINGS.includes(it.finding) && typeof it.expected === 'boolean' && isText(it.why);
  /** Whether something read from a storage or a file is a result. @returns {it is Result} */
  const isResult = (/** @type {any} */ it) => Number.isFinite(it?.date) && Number.isFinite(it.took) && isText(it.browser) && isText(it.module)
    && typeof it.settings === 'object' && it.settings !== null && Object.values(it.settings).every(Number.isFinite) && Array.isArray(it.findings) && it.findings.every(isFound);

  /** What a browser that keeps nothing is left with: it lasts as long as the page. @type {string | null} */
  let here = null;

  /** The results by their example's name; what cannot be read is none. @returns {Record<string, Result>} */
  function read() {
    try {
      const entries = Object.entries(JSON.parse(here ?? localStorage.getItem(KEY) ?? '{}'));
      return Object.fromEntries(entries.filter(([, result]) => isResult(result)));
    } catch {
      return {};
    }
  }

  /** Keeps all results in place of those before; says whether they outlast the page. */
  function keep(/** @type {Record<string, Result>} */ results) {
    const text = JSON.stringify(results);
    let kept = false;
    try {
      localStorage.setItem(KEY, text);
      kept = localStorage.getItem(KEY) === text;
    } catch {
      // Full, or refused.
    }
    here = kept ? null : text;
    return kept;
  }

  /** Hands a text out to the reader, as a file of JSON. */
  function handOut(/** @type {string} */ text, /** @type {string} */ download) {
    const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href, download }).click();
    URL.revokeObjectURL(href);
  }

  // By this, page.css keeps out of sight what findings will stand in.
  document.documentElement.toggleAttribute('data-ran', Object.keys(read()).length > 0);
  document.addEventListener('wasm-example-done', (event) => {
    const { detail: report, target } = /** @type {any} */ (event);
    const { example, params, environment, findings, outcome } = report;
    // One way alone finds nothing, and what a test has broken says nothing of the claim.
    if (!outcome || new URLSearchParams(location.search).has(`${example}.broken`)) return;
    const [, name, version] = /(Firefox|Chrome|Version)\/(\d+)/.exec(environment.user_agent) ?? [, 'a browser', ''];
    const browser = `${name === 'Version' ? 'Safari' : name} ${version}`.trim();
    keep({ ...read(), [example]: { date: environment.date, took: Date.now() - environment.date, browser, module: target.dataset.wasm ?? '', settings: params, findings } });
  });
  Object.assign(window, { keptResults: { read, keep, isResult, handOut } });
}
