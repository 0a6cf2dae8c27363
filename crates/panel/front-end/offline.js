// @ts-check
// Lets the book be read without a network: has the site's service worker keep it, a file at a time and never while something is measured; says when there is a newer edition.
// The page template leaves it out under live reload.
{
  /** How long nothing must have run before the next files are fetched, in milliseconds. */
  const QUIET = 5000;
  // @ts-ignore: `path_to_root`, the site's root, is mdBook's own global.
  const root = new URL(path_to_root || '.', document.baseURI);
  const says = () => document.querySelectorAll('.offline-state');
  const tell = (/** @type {string} */ text) => says().forEach((place) => (place.textContent = text));
  const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const busy = () => document.hidden || document.querySelector('wasm-example:is([data-state=loading], [data-state=running])');

  /** What a page loads, by names with hashes in them: another text or another module is another name. */
  const parts = (/** @type {Document} */ page) => [...page.querySelectorAll('link[rel=stylesheet], script[src], wasm-example')]
    .map((part) => ['href', 'src', 'data-search', 'data-wasm', 'data-panel-wasm'].map((name) => part.getAttribute(name))).join();
  /** What this page loads, without what its scripts will add. @type {string} */
  let mine;

  /** Compares this page with the one that the site has now. */
  async function compare() {
    const response = await fetch(location.href, { cache: 'no-cache' }).catch(() => null);
    if (!response?.ok || document.querySelector('.newer-edition')) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (parts(page) === mine) return;
    const sign = document.createElement('p');
    sign.className = 'newer-edition';
    sign.setAttribute('role', 'status');
    document.body.append(sign);
    // A status is read out when its text comes, not when it comes with its text. A link to the page itself might lead to what the browser has stored of it.
    sign.append('There is a newer edition of this book. ', Object.assign(document.createElement('button'), { onclick: () => location.reload(), textContent: 'Read it' }));
  }

  /** Asks the worker for the next file. */
  const next = (/** @type {ServiceWorker} */ worker) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage('keep', [port2]);
  });

  async function keep() {
    const { serviceWorker } = navigator;
    // Not in the template, because a page that was opened as a file would complain in the console.
    document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: new URL('manifest.webmanifest', root).href }));
    await serviceWorker.register(new URL('service-worker.js?keep', root));
    do await pause(QUIET); while (busy());
    await compare();
    // @ts-ignore: not every browser has it, nor does every list of types.
    if (navigator.connection?.saveData) return tell('It is not kept now, because this browser is told to save data.');
    const { active } = await serviceWorker.ready;
    for (let left = 1; left > 0; ) {
      while (busy()) await pause(QUIET);
      const state = await next(/** @type {any} */ (active));
      if (state.why) return tell(`It could not be kept this time: ${state.why}`);
      left = state.left;
    }
    // From now on this page too is answered by the worker.
    active?.postMessage(null);
    tell('It is kept now: every page and every experiment.');
    document.documentElement.dataset.offline = 'ready';
  }

  addEventListener('DOMContentLoaded', () => {
    if (location.protocol === 'file:') return;
    mine = parts(document);
    // Some private windows have no service worker.
    keep().catch(() => tell('This browser does not keep it here.'));
    addEventListener('online', compare);
    document.addEventListener('visibilitychange', () => document.hidden || compare());
  });
}
