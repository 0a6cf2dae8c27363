// @ts-check
// Lets the book be read without a network: has the site's service worker keep it, a file at a time and while nothing is measured; says when there is a newer edition.
// The page template leaves it out under live reload.
{
  /** For how long nothing must have run before the next file is asked for, and how often that is looked at, in milliseconds. */
  const QUIET = 5000;
  const GLANCE = 500;
  /** How long the worker may take over a file, in milliseconds. */
  const PATIENCE = 60_000;
  // @ts-ignore: `path_to_root`, the site's root, is mdBook's own global.
  const root = new URL(path_to_root || '.', document.baseURI);
  const tell = (/** @type {string} */ text) => document.querySelectorAll('.offline-state').forEach((place) => (place.textContent = text));
  const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const busy = () => document.hidden || document.querySelector('wasm-example:is([data-state=loading], [data-state=running]), verdict-board[data-state=running]');

  /** Waits until nothing has run in this page for a while. */
  async function quiet() {
    for (let free = 0; free < QUIET; free += GLANCE) {
      await pause(GLANCE);
      if (busy()) free = -GLANCE;
    }
  }

  /** What a page loads, by names with hashes in them: another text or another module is another name. */
  const parts = (/** @type {Document} */ page) => [...page.querySelectorAll('link[rel=stylesheet], script[src], wasm-example')]
    .map((part) => ['href', 'src', 'data-search', 'data-wasm', 'data-panel-wasm'].map((name) => part.getAttribute(name)).join());
  let comparing = false;

  /** Compares this page with the one that the site has now; says so when that is another. */
  async function compare() {
    if (comparing || document.querySelector('.newer-edition')) return;
    comparing = true;
    try {
      while (busy()) await pause(GLANCE);
      const response = await fetch(location.href, { cache: 'no-cache' });
      if (response.status !== 200) return;
      const text = await response.text();
      while (busy()) await pause(GLANCE);
      // This page may load more by now than it came with: its search, or what the reader's extensions bring.
      const mine = new Set(parts(document));
      if (parts(new DOMParser().parseFromString(text, 'text/html')).every((part) => mine.has(part))) return;
      const sign = document.createElement('p');
      sign.className = 'newer-edition';
      sign.setAttribute('role', 'status');
      document.body.append(sign);
      // A status is read out when its text changes, not when it comes with its text.
      await pause(GLANCE);
      // Not a link: one to the page itself might lead to what the browser has stored of it.
      sign.append('There is a newer edition of this book. ', Object.assign(document.createElement('button'), { onclick: () => location.reload(), textContent: 'Read it' }));
    } catch {
      // Without a network there is nothing to compare with.
    } finally {
      comparing = false;
    }
  }

  /** Has the worker keep the next file. */
  const next = (/** @type {any} */ worker) => new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    const late = setTimeout(() => [port1.close(), reject()], PATIENCE);
    port1.onmessage = ({ data }) => [clearTimeout(late), port1.close(), resolve(data)];
    worker.postMessage('keep', [port2]);
  });

  async function keep() {
    const { serviceWorker } = navigator;
    // Not in the template, because a page that was opened as a file would complain in the console.
    document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: new URL('manifest.webmanifest', root).href }));
    await serviceWorker.register(new URL('service-worker.js?keep', root));
    await quiet();
    await compare();
    // @ts-ignore: not every browser has it, nor does every list of types.
    if (navigator.connection?.saveData) return tell('It is not kept now, because this browser is told to save data.');
    for (let left = 1; left > 0; ) {
      if (busy()) await quiet();
      const state = await next((await serviceWorker.ready).active).catch(() => ({ why: 'The service worker does not answer.' }));
      if (state.kept) return tell('An edition is kept. Whether there is a newer one could not be asked.');
      if (state.why) return tell(`It could not be kept this time. ${state.why}`);
      left = state.left;
    }
    // From now on this page too is answered by the worker.
    (await serviceWorker.ready).active?.postMessage(null);
    tell('It is kept now: every page and every experiment.');
    document.documentElement.dataset.offline = 'ready';
  }

  addEventListener('DOMContentLoaded', () => {
    if (location.protocol === 'file:') return;
    // Some private windows have no service worker.
    keep().catch(() => tell('This browser does not keep it here.'));
    addEventListener('online', compare);
    document.addEventListener('visibilitychange', () => document.hidden || compare());
  });
}
