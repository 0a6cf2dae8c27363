// What a word of the glossary means is shown where the word stands, when it has the focus or the
// pointer, or is pressed. Where a browser knows no popover, the word stays the link that it is.
if ('popover' in HTMLElement.prototype) {
  /** How long the pointer stays or is away before something happens, in milliseconds. */
  const PAUSE = 250;
  const MARGIN = 8;
  const note = document.createElement('span');
  const says = document.createElement('span');
  const more = document.createElement('a');
  /** The word whose meaning is shown. @type {HTMLAnchorElement | null} */
  let shown = null;
  let timer = 0;

  note.className = 'term-note';
  note.popover = 'manual';
  says.id = 'term-says';
  more.textContent = 'Glossary';
  note.append(says, ' ', more);

  const hide = () => {
    clearTimeout(timer);
    shown?.setAttribute('aria-expanded', 'false');
    shown?.removeAttribute('aria-describedby');
    shown = null;
    note.remove();
  };

  /** @param {HTMLAnchorElement} term */
  const show = (term) => {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    says.textContent = term.dataset.says ?? '';
    more.href = term.href;
    term.setAttribute('aria-expanded', 'true');
    term.setAttribute('aria-describedby', says.id);
    // The next stop of the Tab key is within.
    term.after(note);
    note.showPopover();
    // Below the word, or above it where there is no room; it scrolls with the page.
    const [{ left, top, bottom }] = term.getClientRects();
    const { offsetWidth, offsetHeight } = note;
    const right = document.documentElement.clientWidth - offsetWidth - MARGIN;
    const above = top - offsetHeight - MARGIN;
    const below = bottom + MARGIN;
    const isAbove = above > 0 && below + offsetHeight > innerHeight;
    note.style.left = `${Math.max(MARGIN, Math.min(left, right)) + scrollX}px`;
    note.style.top = `${(isAbove ? above : below) + scrollY}px`;
  };

  /** @param {EventTarget | null} target */
  const isWithin = (target) =>
    target instanceof Node && (note.contains(target) || shown?.contains(target));

  /** @param {Event} event */
  const hideElsewhere = ({ target }) => {
    if (!isWithin(target)) hide();
  };

  const hideSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => isWithin(document.activeElement) || hide(), PAUSE);
  };

  for (const term of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll('a.term')
  )) {
    term.role = 'button';
    term.setAttribute('aria-expanded', 'false');
    term.addEventListener('focus', () => show(term));
    term.addEventListener('click', (event) => {
      // With a key held down, the glossary opens in another tab.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(term);
    });
    term.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      show(term);
    });
    term.addEventListener('pointerenter', ({ pointerType }) => {
      clearTimeout(timer);
      if (pointerType === 'mouse') timer = setTimeout(show, PAUSE, term);
    });
    term.addEventListener('pointerleave', hideSoon);
  }
  note.addEventListener('pointerenter', () => clearTimeout(timer));
  note.addEventListener('pointerleave', hideSoon);
  addEventListener('focusin', hideElsewhere);
  addEventListener('pointerdown', hideElsewhere);
  addEventListener('resize', hide);
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    // A focus within the note would be lost with it.
    if (note.contains(document.activeElement)) shown?.focus();
    hide();
  });
}
