// The words of the glossary: what one means is shown where it stands, when it has the focus or the
// pointer, or is pressed. Where a browser knows no popover, each stays the link that it is.
if ('popover' in HTMLElement.prototype) {
  /** How long the pointer stays on a word, or is away from it, before something happens. */
  const PAUSE = 250;
  const MARGIN = 8;
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const terms = document.querySelectorAll('a.term');
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

  function hide() {
    clearTimeout(timer);
    shown?.setAttribute('aria-expanded', 'false');
    shown?.removeAttribute('aria-describedby');
    shown = null;
    // A browser that keeps what it has shown must not keep it open.
    note.remove();
  }

  /** @param {HTMLAnchorElement} term */
  function show(term) {
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
    place(term);
  }

  /** Below the word, or above it where there is no room; it scrolls with the page. @param {HTMLAnchorElement} term */
  function place(term) {
    const [line] = term.getClientRects();
    const { offsetWidth, offsetHeight } = note;
    const right = document.documentElement.clientWidth - offsetWidth - MARGIN;
    const above = line.top - offsetHeight - MARGIN;
    const below = line.bottom + MARGIN;
    const top = below + offsetHeight > innerHeight && above > 0 ? above : below;
    note.style.left = `${Math.max(MARGIN, Math.min(line.left, right)) + scrollX}px`;
    note.style.top = `${top + scrollY}px`;
  }

  /** @param {Node | null} node */
  const isWithin = (node) => note.contains(node) || !!shown?.contains(node);

  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isWithin(document.activeElement)) hide();
    }, PAUSE);
  }

  for (const term of terms) {
    term.role = 'button';
    term.setAttribute('aria-expanded', 'false');
    term.addEventListener('focus', () => show(term));
    term.addEventListener('click', (event) => {
      // With a key held down the reader wants the glossary in another tab.
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
  addEventListener('focusin', ({ target }) => {
    if (shown && target instanceof Node && !isWithin(target)) hide();
  });
  addEventListener('pointerdown', ({ target }) => {
    if (shown && target instanceof Node && !isWithin(target)) hide();
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !shown) return;
    const term = shown;
    const hadFocus = note.contains(document.activeElement);
    // What has the focus and goes would leave it to nobody.
    if (hadFocus) term.focus();
    hide();
  });
  addEventListener('resize', hide);
}
