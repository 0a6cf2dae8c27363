// Lets the book be read without a network: has the site's service worker keep it, a file at a time
// and while nothing is measured; says when there is a newer edition.
// The page template leaves it out under live reload.
{
  /**
   * For how long nothing must have run before the next file is asked for, and how often that is
   * looked at, in milliseconds.
   */
  const QUIET = 5000;
  const GLANCE = 500;
  /** How long the worker may take over a file, in milliseconds. */
  const LONGEST_FILE = 60_000;
  const root = new URL(path_to_root || '.', document.baseURI);
  /** @param {string} text */
  const tell = (text) => {
    for (const place of document.querySelectorAll('.offline-state')) place.textContent = text;
  };
  const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const busy = () =>
    document.hidden ||
    document.querySelector(
      'wasm-example:is([data-state=loading], [data-state=running]), verdict-board[data-state=running]',
    );

  /** Waits until nothing has run in this page for a while. */
  async function quiet() {
    for (let free = 0; free < QUIET; free += GLANCE) {
      await pause(GLANCE);
      if (busy()) free = -GLANCE;
    }
  }

  /**
   * What a page loads, by names with hashes in them: another text or another module is another
   * name.
   */
  const parts = (/** @type {Document} */ page) =>
    [...page.querySelectorAll('link[rel=stylesheet], script[src], wasm-example')].map((part) =>
      ['href', 'src', 'data-search', 'data-wasm', 'data-panel-wasm']
        .map((name) => part.getAttribute(name))
        .join(),
    );
  let comparing = false;

  /** Whether the site has another edition of this page by now. */
  async function isOutdated() {
    const response = await fetch(location.href, { cache: 'no-cache' });
    if (response.status !== 200) return false;
    const text = await response.text();
    while (busy()) await pause(GLANCE);
    // This page may load more by now than it came with: its search, or what the reader's extensions
    // bring.
    const mine = new Set(parts(document));
    const theirs = parts(new DOMParser().parseFromString(text, 'text/html'));
    return !theirs.every((part) => mine.has(part));
  }

  /** Compares this page with the one that the site has now; says so when that is another. */
  async function compare() {
    if (comparing || document.querySelector('.newer-edition')) return;
    comparing = true;
    try {
      while (busy()) await pause(GLANCE);
      if (!(await isOutdated())) return;
      const sign = document.createElement('p');
      sign.className = 'newer-edition';
      sign.setAttribute('role', 'status');
      document.body.append(sign);
      // A status is read out when its text changes, not when it comes with its text.
      await pause(GLANCE);
      // Not a link: one to the page itself might lead to what the browser has stored of it.
      const button = document.createElement('button');
      button.textContent = 'Read it';
      button.addEventListener('click', () => location.reload());
      sign.append('There is a newer edition of this book. ', button);
    } catch {
      // Without a network there is nothing to compare with.
    } finally {
      comparing = false;
    }
  }

  /**
   * Has the worker keep the next file.
   * @returns {Promise<{ left?: number, kept?: boolean, why?: string }>}
   */
  async function next() {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      const late = { why: 'The service worker does not answer.' };
      const timer = setTimeout(resolve, LONGEST_FILE, late);
      port1.onmessage = ({ data }) => {
        clearTimeout(timer);
        port1.close();
        resolve(data);
      };
      active?.postMessage('keep', [port2]);
    });
  }

  /** Has the worker keep one file after another, and says what came of it. */
  async function keepAll() {
    for (let left = 1; left > 0; ) {
      if (busy()) await quiet();
      const state = await next();
      if (state.kept) return 'An edition is cached. The book couldn’t check for a newer one.';
      if (state.why) return `The book couldn’t be cached this time. ${state.why}`;
      left = state.left ?? 0;
    }
    // From now on this page too is answered by the worker.
    (await navigator.serviceWorker.ready).active?.postMessage(null);
    document.documentElement.dataset.offline = 'ready';
    return 'The whole book is cached: every page and every experiment.';
  }

  async function keep() {
    // Not in the template, because a page that was opened as a file would complain in the console.
    const link = document.createElement('link');
    Object.assign(link, { rel: 'manifest', href: new URL('manifest.webmanifest', root).href });
    document.head.append(link);
    await navigator.serviceWorker.register(new URL('service-worker.js?keep', root), {
      // Else its parts might come from another edition, out of the browser's own cache.
      updateViaCache: 'none',
    });
    await quiet();
    await compare();
    if (navigator.connection?.saveData)
      return tell('The book isn’t cached, because this browser is set to save data.');
    tell(await keepAll());
  }

  addEventListener('DOMContentLoaded', () => {
    if (location.protocol === 'file:') return;
    // Some private windows have no service worker.
    keep().catch(() => tell('This browser doesn’t cache the book here.'));
    addEventListener('online', compare);
    document.addEventListener('visibilitychange', () => document.hidden || compare());
  });
}
