// What mdBook's own scripts expect of every page, and its page template does by scripts inside the
// page: here from a file, so that a policy can forbid those.
// The names are mdBook's. It runs in the head, before anything is drawn.

/** What the page template says to this script. */
const boot_settings = document.currentScript?.dataset ?? {};
const path_to_root = boot_settings.root ?? '';
const default_light_theme = boot_settings.light ?? '';
const default_dark_theme = boot_settings.dark ?? '';
const default_theme = matchMedia('(prefers-color-scheme: dark)').matches
  ? default_dark_theme
  : default_light_theme;
{
  const html = document.documentElement;
  const { search, print } = boot_settings;
  Object.assign(window, { path_to_searchindex_js: search, playground_copyable: true });

  // mdBook's empty listener keeps every page out of the browser's cache for going back.
  Object.defineProperty(window, 'onunload', { set() {} });

  // A browser that keeps nothing for this site throws, which mdBook's scripts do not expect
  // everywhere.
  for (const name of /** @type {const} */ (['localStorage', 'sessionStorage'])) {
    try {
      void window[name];
    } catch {
      const value = { getItem: () => null, setItem() {}, removeItem() {} };
      Object.defineProperty(window, name, { value });
    }
  }

  /** What mdBook has kept; some books keep their values in quotes. @param {string} name */
  const saved = (name) => localStorage.getItem(name)?.replaceAll('"', '');

  /** Makes a badge of the word that begins an optional page's title. @param {Element} link */
  function setDeeperApart(link) {
    const title = link.lastChild;
    const parts = title?.nodeValue?.match(/^(\s*)Deeper: (.+)$/s);
    if (!parts) return;
    const badge = document.createElement('span');
    badge.className = 'deeper';
    badge.textContent = 'Deeper';
    title?.replaceWith(parts[1], badge, ` ${parts[2]}`);
  }

  html.classList.remove(default_light_theme);
  html.classList.add(saved('mdbook-theme') || default_theme, 'js');
  html.toggleAttribute('data-print', print !== undefined);
  // The questions of a page are drawn as a list on paper, in a file, and where their script has not
  // come; else one by one, from the first drawing on.
  html.classList.toggle('all-questions', print !== undefined || location.protocol === 'file:');
  // Beside the text where there is room, else out of the way.
  const open = innerWidth >= 1080 && saved('mdbook-sidebar') !== 'hidden';
  html.classList.toggle('sidebar-visible', open);
  // The sidebar must be set as soon as it is there: later, the page would be seen to move.
  new MutationObserver((_, observer) => {
    const box = document.querySelector('#mdbook-sidebar-toggle-anchor');
    if (box instanceof HTMLInputElement) box.checked = open;
    const toggle = document.querySelector('#mdbook-sidebar-toggle');
    if (!toggle) return;
    observer.disconnect();
    const sidebar = document.querySelector('#mdbook-sidebar');
    sidebar?.setAttribute('aria-hidden', String(!open));
    for (const link of sidebar?.querySelectorAll('a') ?? []) {
      link.tabIndex = open ? 0 : -1;
      setDeeperApart(link);
    }
    toggle.setAttribute('aria-expanded', String(open));
  }).observe(html, { childList: true, subtree: true });
}
