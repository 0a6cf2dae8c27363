// Keeps what the reader's whole runs found, in this browser alone, for the verdict board to show.

const keptResults = (() => {
  const KEY = 'await-and-see.results';
  const FINDINGS = ['holds', 'conditional', 'misleading', 'false', 'unmeasurable'];
  /** Longer than any sentence of a panel. */
  const LONGEST = 2000;
  /**
   * What a browser that keeps nothing is left with: it lasts as long as the page.
   * @type {string | null}
   */
  let here = null;

  /** @param {any} text */
  const isText = (text) => typeof text === 'string' && text.length <= LONGEST;

  /** @param {any} it */
  const isFinding = (it) =>
    /^K\d\d$/.test(it?.claim) &&
    FINDINGS.includes(it.finding) &&
    typeof it.expected === 'boolean' &&
    isText(it.why);

  /**
   * Whether something read from a storage or a file is a result.
   * @param {any} it
   * @returns {it is Result}
   */
  const isResult = (it) =>
    Number.isFinite(it?.date) &&
    Number.isFinite(it.took) &&
    isText(it.browser) &&
    isText(it.module) &&
    typeof it.settings === 'object' &&
    it.settings !== null &&
    Object.values(it.settings).every(Number.isFinite) &&
    Array.isArray(it.findings) &&
    it.findings.every(isFinding);

  /**
   * The results by their example's name; what cannot be read is none.
   * @returns {Record<string, Result>}
   */
  function read() {
    try {
      const entries = Object.entries(JSON.parse(here ?? localStorage.getItem(KEY) ?? '{}'));
      return Object.fromEntries(entries.filter(([, result]) => isResult(result)));
    } catch {
      return {};
    }
  }

  /**
   * Keeps all results in place of those before; says whether they outlast the page.
   * @param {Record<string, Result>} results
   */
  function keep(results) {
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

  /**
   * Keeps what a whole run found.
   * @param {Report} report
   * @param {string} module The file of the example's module.
   */
  function add({ example, params, environment, findings }, module) {
    const [, name, version] = /(Firefox|Chrome|Version)\/(\d+)/.exec(environment.user_agent) ?? [];
    const browser = { Version: 'Safari', Chrome: 'Chrome', Firefox: 'Firefox' }[name ?? ''];
    const result = {
      date: environment.date,
      took: Date.now() - environment.date,
      browser: browser ? `${browser} ${version}` : 'a browser',
      module,
      settings: params,
      findings,
    };
    keep({ ...read(), [example]: result });
  }

  /**
   * Hands a text out to the reader, as a file.
   * @param {string} text
   * @param {string} download The file's name.
   */
  function handOut(text, download, type = 'application/json') {
    const href = URL.createObjectURL(new Blob([text], { type }));
    Object.assign(document.createElement('a'), { href, download }).click();
    // The browser reads it after this turn.
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  }

  return { read, keep, add, isResult, handOut };
})();

// A driver of a browser may see what belongs to the window alone.
Object.assign(window, { keptResults });

// By this, page.css keeps out of sight what findings will stand in.
document.documentElement.toggleAttribute('data-ran', Object.keys(keptResults.read()).length > 0);
document.addEventListener('wasm-example-done', ({ detail: report, target }) => {
  // One variant alone finds nothing, and what a test has broken says nothing of the claim.
  const broken = new URLSearchParams(location.search).has(`${report.example}.broken`);
  if (!report.outcome || broken) return;
  keptResults.add(report, /** @type {HTMLElement} */ (target).dataset.wasm ?? '');
});
