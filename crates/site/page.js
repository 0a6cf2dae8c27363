// What every page needs beyond mdBook: the keyboard in what is wider than the page, light on paper,
// and the modules of the page's own elements.
{
  const html = document.documentElement;
  const isFile = location.protocol === 'file:';
  const WIDE = 'main pre > code, main .table-wrapper';
  /** How long the script of the questions may take to come, in milliseconds. */
  const LONGEST_LOAD = 3000;
  const NOTE =
    ' It does not run here, because this page was opened as a file, and browsers load modules from a server alone: run “cargo xtask serve” or “mdbook serve”, or read the book online.';

  /**
   * A printer leaves dark grounds out, and light letters with them: on paper every theme is the
   * light one, and so are its listings.
   */
  function printInLight() {
    /** @type {[string, boolean[]]} */
    let before = ['', []];
    const sheets = () =>
      ['highlight', 'tomorrow-night', 'ayu-highlight'].map(
        (name) => /** @type {HTMLLinkElement} */ (document.getElementById(`mdbook-${name}-css`)),
      );
    /** @param {(nth: number) => boolean} isOff */
    const switchSheets = (isOff) => {
      sheets().forEach((sheet, nth) => {
        sheet.disabled = isOff(nth);
      });
    };
    addEventListener('beforeprint', () => {
      before = [html.className, sheets().map((sheet) => sheet.disabled)];
      html.classList.remove('rust', 'coal', 'navy', 'ayu');
      html.classList.add('light');
      switchSheets((nth) => nth > 0);
    });
    addEventListener('afterprint', () => {
      html.className = before[0];
      switchSheets((nth) => before[1][nth]);
    });
  }

  /** A listing or a table wider than the page can be scrolled by keyboard too. */
  function reachWide() {
    for (const wide of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(WIDE))) {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
      else wide.removeAttribute('tabindex');
    }
  }

  /**
   * Loads what makes a page's own elements: modules, which browsers load from a server alone. As
   * scripts of the page they are there before its load event.
   */
  function loadElements() {
    const places = [...document.querySelectorAll('[data-element-js]')];
    for (const name of new Set(places.map((it) => it.getAttribute('data-element-js')))) {
      const script = document.createElement('script');
      Object.assign(script, { type: 'module', src: `${path_to_root}${name}` });
      document.head.append(script);
    }
    if (!document.querySelector('concept-questions')) return;
    setTimeout(() => {
      if (!customElements.get('concept-questions')) html.classList.add('all-questions');
    }, LONGEST_LOAD);
  }

  printInLight();
  addEventListener('DOMContentLoaded', () => {
    // mdBook's listener on the button shows the sidebar before the box, which its styles ask, is
    // changed.
    const box = document.querySelector('#mdbook-sidebar-toggle-anchor');
    document.querySelector('#mdbook-sidebar-toggle')?.addEventListener('click', () => {
      if (box instanceof HTMLInputElement) box.click();
    });
    // The skip link of a page with a base would lead to another page.
    document.querySelector('.skip-link')?.addEventListener('click', (event) => {
      event.preventDefault();
      document.getElementById('mdbook-content')?.focus();
    });
    // Outside of what is wide, the arrows turn the book's pages.
    document.body.addEventListener('keydown', (event) => {
      const isWide = event.target instanceof Element && event.target.matches(WIDE);
      if (isWide && event.key.startsWith('Arrow')) event.stopPropagation();
    });
    addEventListener('load', reachWide);
    addEventListener('resize', reachWide);
    document.addEventListener('toggle', reachWide, true);
    if (!isFile) loadElements();
    else for (const note of document.querySelectorAll('.wasm-example-note')) note.append(NOTE);
    if (html.hasAttribute('data-print')) addEventListener('load', () => setTimeout(print, 100));
  });
}
