// Runs in every page before the page's own scripts: what the tests see of it.
(() => {
  // Where a test is not about keeping the book, hundreds of files must not be fetched behind its
  // back: the server puts true or false here.
  if (SAVES_DATA) Object.defineProperty(navigator, 'connection', { value: { saveData: true } });

  // The page for print opens a dialog, and Firefox goes to no other page until somebody has
  // answered it.
  window.print = () => {};

  const panels = () => [...document.querySelectorAll('wasm-example')];
  const named = (root, id) => root.getElementById(id)?.textContent ?? '';
  /** The event, where there is one, and what it says. @type {[Event | null, string][]} */
  const errors = [];
  const e2e = {
    /** What the panels were like when the page had loaded. */
    atLoad: null,
    /** Every `wasm-example-done` that reached the document. */
    done: [],
    ticks: [],
    frames: [],
    /** How many workers were made and not ended. */
    workers: 0,
    /** The timers that repeat and were not ended. */
    intervals: new Set(),

    /** What went wrong so far, one line each, and the addresses that were asked for. */
    seen: () => ({
      // By now every listener has run: what one of them has prevented is dealt with.
      errors: errors.filter(([event]) => !event?.defaultPrevented).map(([, message]) => message),
      requests: ['navigation', 'resource'].flatMap((kind) =>
        performance.getEntriesByType(kind).map((entry) => entry.name),
      ),
    }),

    /** The reports of what the verdict board has run, by the example's name. */
    boarded: () =>
      Object.fromEntries(
        Object.entries(sessionStorage)
          .filter(([name]) => name.startsWith('e2e report of '))
          .map(([name, report]) => [name.slice('e2e report of '.length), JSON.parse(report)]),
      ),

    panel: (slug, nth) => panels().filter((panel) => panel.dataset.example === slug)[nth],

    /** The accessible name of a button. */
    name: (button) =>
      (
        button.getAttribute('aria-label') ??
        (button.hasAttribute('aria-labelledby')
          ? button
              .getAttribute('aria-labelledby')
              .split(/\s+/)
              .map((id) => named(button.getRootNode(), id))
              .join(' ')
          : button.textContent)
      )
        .replace(/\s+/g, ' ')
        .trim(),

    /**
     * Lets a module of the page seem to have trapped; a driver's own script would tell the page
     * nothing of its errors.
     */
    trap: (why) =>
      void setTimeout(() => {
        throw new WebAssembly.RuntimeError(why);
      }),

    buttons: (panel) => [...(panel.shadowRoot?.querySelectorAll('button') ?? [])],

    /** The first button of that very name, else the first whose name goes on after it. */
    button: (panel, text) => {
      const goesOn = (name) =>
        name.startsWith(text) && !/^[\p{L}\p{N}]/u.test(name.slice(text.length));
      const buttons = e2e.buttons(panel);
      return (
        buttons.find((button) => e2e.name(button) === text) ??
        buttons.find((button) => goesOn(e2e.name(button)))
      );
    },

    /** What a reader sees of a panel. */
    text: (panel) =>
      panel.shadowRoot
        ? [...panel.shadowRoot.children].map((child) => child.innerText ?? '').join('\n')
        : panel.innerText,

    /** The sentences that a panel announces in one of these roles. */
    said: (panel, roles) =>
      roles
        .flatMap((role) => [...(panel.shadowRoot?.querySelectorAll(`[role=${role}]`) ?? [])])
        .filter((said) => said.checkVisibility())
        .map((said) => said.innerText.trim())
        .filter((said) => said !== ''),

    /** How many bytes the memory of each WebAssembly module in the page takes. */
    memories: () =>
      Promise.all(
        performance
          .getEntriesByType('resource')
          .map((entry) => entry.name)
          .filter((url) => /\.js\?\d+$/.test(url))
          .map(async (url) => (await (await import(url)).default()).memory.buffer.byteLength),
      ),

    startHeartbeat: (period) => {
      window.setInterval(() => e2e.ticks.push(performance.now()), period);
      const frame = () => {
        e2e.frames.push(performance.now());
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
  };
  window.e2e = e2e;
  class CountedWorker extends Worker {
    constructor(...how) {
      super(...how);
      e2e.workers++;
    }
    terminate() {
      super.terminate();
      e2e.workers--;
    }
  }
  window.Worker = CountedWorker;
  const { setInterval, clearInterval } = window;
  window.setInterval = (...how) => {
    const id = setInterval(...how);
    e2e.intervals.add(id);
    return id;
  };
  window.clearInterval = (id) => {
    e2e.intervals.delete(id);
    clearInterval(id);
  };

  // The browser would stop noting after 250.
  performance.setResourceTimingBufferSize(10_000);
  const { error } = console;
  console.error = (...parts) => {
    errors.push([null, parts.map(String).join(' ')]);
    error.apply(console, parts);
  };
  window.addEventListener('unhandledrejection', (event) =>
    errors.push([event, String(event.reason)]),
  );
  // While it is captured, because the error of an element does not bubble.
  window.addEventListener(
    'error',
    (event) => {
      const { src, href } = event.target;
      errors.push([event, event.message ?? `${src ?? href} does not load`]);
    },
    true,
  );

  document.addEventListener('wasm-example-done', (event) => {
    const { target, detail, bubbles } = event;
    // The verdict board runs each panel in a frame, and may load itself anew meanwhile.
    if (window.parent !== window)
      return sessionStorage.setItem(
        `e2e report of ${target.dataset.example}`,
        JSON.stringify(detail),
      );
    e2e.done.push({
      at: performance.now(),
      slug: target.dataset.example,
      bubbles,
      detail: JSON.stringify(detail),
    });
  });
  window.addEventListener('load', () => {
    e2e.atLoad = panels().map((panel) => ({
      slug: panel.dataset.example,
      claims: panel.getAttribute('data-claims'),
      state: panel.dataset.state ?? null,
      outcome: panel.dataset.outcome ?? null,
      shadow: panel.shadowRoot !== null,
      buttons: e2e.buttons(panel).map(e2e.name),
      report: panel.report === undefined ? 'undefined' : JSON.stringify(panel.report),
    }));
  });
})();
