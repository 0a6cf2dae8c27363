// @ts-check
// What mdBook's own scripts expect of every page, and its page template does by scripts inside the page: here from a file, so that a policy can forbid those.
// The names are mdBook's. It runs in the head, before anything is drawn.

const { root: path_to_root, light: default_light_theme, dark: default_dark_theme } = /** @type {any} */ (document.currentScript).dataset;
const default_theme = matchMedia('(prefers-color-scheme: dark)').matches ? default_dark_theme : default_light_theme;
{
  const { search, print } = /** @type {any} */ (document.currentScript).dataset;
  Object.assign(window, { path_to_searchindex_js: search, playground_copyable: true });

  // mdBook's empty listener keeps every page out of the browser's cache for going back.
  Object.defineProperty(window, 'onunload', { set() {} });

  // A browser that keeps nothing for this site throws, which mdBook's scripts do not expect everywhere.
  for (const name of /** @type {const} */ (['localStorage', 'sessionStorage'])) {
    try { void window[name]; } catch { Object.defineProperty(window, name, { value: { getItem: () => null, setItem() {}, removeItem() {} } }); }
  }
  // Some books keep their values in quotes.
  const saved = (/** @type {string} */ name) => localStorage.getItem(name)?.replaceAll('"', '');
  const html = document.documentElement;
  html.classList.remove(default_light_theme);
  html.classList.add(saved('mdbook-theme') || default_theme, 'js');

  // A printer leaves dark grounds out, and light letters with them: on paper every theme is the light one, and so are its listings.
  /** @type {[string, boolean[]]} */ let before = ['', []];
  const sheets = () => ['highlight', 'tomorrow-night', 'ayu-highlight'].map((name) => /** @type {HTMLLinkElement} */ (document.getElementById(`mdbook-${name}-css`)));
  addEventListener('beforeprint', () => {
    before = [html.className, sheets().map((sheet) => sheet.disabled)];
    html.classList.remove('rust', 'coal', 'navy', 'ayu');
    html.classList.add('light');
    sheets().forEach((sheet, i) => (sheet.disabled = i > 0));
  });
  addEventListener('afterprint', () => {
    html.className = before[0];
    sheets().forEach((sheet, i) => (sheet.disabled = before[1][i]));
  });

  // The questions of a page are drawn as a list on paper, in a file, and where their script has not come; else one by one, from the first drawing on.
  html.classList.toggle('all-questions', print !== undefined || location.protocol === 'file:');

  // Beside the text where there is room, else out of the way.
  const open = innerWidth >= 1080 && saved('mdbook-sidebar') !== 'hidden';
  html.classList.toggle('sidebar-visible', open);
  // The sidebar must be set as soon as it is there: later, the page would be seen to move.
  const id = (/** @type {string} */ name) => /** @type {any} */ (document.getElementById(`mdbook-${name}`));
  new MutationObserver((_, observer) => {
    const [box, sidebar, toggle] = [id('sidebar-toggle-anchor'), id('sidebar'), id('sidebar-toggle')];
    if (box) box.checked = open;
    if (!toggle) return;
    observer.disconnect();
    sidebar.setAttribute('aria-hidden', String(!open));
    for (const link of sidebar.querySelectorAll('a')) link.tabIndex = open ? 0 : -1;
    toggle.setAttribute('aria-expanded', String(open));
  }).observe(html, { childList: true, subtree: true });

  addEventListener('DOMContentLoaded', () => {
    // mdBook's listener on the button shows the sidebar before the box, which its styles ask, is changed.
    id('sidebar-toggle').addEventListener('click', () => id('sidebar-toggle-anchor').click());
    // The skip link of a page with a base would lead to another page.
    document.querySelector('.skip-link')?.addEventListener('click', (event) => {
      event.preventDefault();
      id('content').focus();
    });
    // A listing or a table wider than the page can be scrolled by keyboard too; outside, the arrows turn the book's pages.
    const WIDE = 'main pre > code, main .table-wrapper';
    const reach = () => {
      for (const wide of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(WIDE))) {
        if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
        else wide.removeAttribute('tabindex');
      }
    };
    document.body.addEventListener('keydown', (event) => {
      if (event.key.startsWith('Arrow') && /** @type {Element} */ (event.target).matches(WIDE)) event.stopPropagation();
    });
    addEventListener('load', reach);
    addEventListener('resize', reach);
    document.addEventListener('toggle', reach, true);
    // What a page's own elements are made by: modules, which browsers load from a server alone. As scripts of the page they are there before its load event.
    if (location.protocol !== 'file:') {
      const named = [...document.querySelectorAll('[data-element-js]')].map((it) => it.getAttribute('data-element-js'));
      document.head.append(...[...new Set(named)].map((name) => Object.assign(document.createElement('script'), { type: 'module', src: `${path_to_root}${name}` })));
    }
    if (document.querySelector('concept-questions')) {
      setTimeout(() => { if (!customElements.get('concept-questions')) html.classList.add('all-questions'); }, 3000);
    }
    if (location.protocol === 'file:') {
      for (const note of document.querySelectorAll('.wasm-example-note')) {
        note.append(' It does not run here, because this page was opened as a file, and browsers load modules from a server alone: run “cargo xtask serve” or “mdbook serve”, or read the book online.');
      }
    }
    if (print !== undefined) addEventListener('load', () => setTimeout(() => window.print(), 100));
  });
}
