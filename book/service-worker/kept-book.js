// The kept book, for readers without a network. An edition is a cache of its own, so that a page of
// one edition never gets a module of another.

const keptBook = (() => {
  const { scope: SITE } = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
    .registration;
  /** @param {string} path */
  const onSite = (path) => new URL(path, SITE).href;
  const KEEPS = new URL(location.href).searchParams.has('keep');
  const NAME = `book of ${SITE}, edition `;
  /** What an edition has only when it is whole: when it was last found to be the newest. */
  const WHOLE = onSite('whole-edition');
  /**
   * Where two editions differ: the front page names styles and scripts by hashes, the page for
   * print holds every text, the list of examples names each module by its hash.
   */
  const SIGNS = ['index.html', 'toc.html', 'print.html', 'examples.json'].map(onSite);
  /** How long a page may be on its way, in milliseconds, before the kept one is shown. */
  const SLOW = 4000;

  /**
   * The addresses in the whole editions, and where their files lie; unknown until the caches have
   * been looked at.
   * @type {Map<string, Cache> | null}
   */
  let kept = null;
  /** The edition that is being brought home. @type {Edition | null} */
  let task = null;
  /** The end of the step that was asked for last. @type {Promise<State | void>} */
  let turn = Promise.resolve();

  /**
   * @typedef {{ name: string, cache: Cache, left: string[], known: Set<string>, whole: boolean }}
   * Edition
   */
  /**
   * @typedef {{ left?: number, why?: string, kept?: boolean }} State How many files are known to be
   * left, or why there will be none and whether another edition is there.
   */

  /**
   * Whether a hash of the content is part of the name: what lies there never changes. Pages have
   * none.
   * @param {string} url
   */
  function isHashed(url) {
    const hashed = /[-.][0-9a-f]{8,10}(\/.*|\.min)?\.(?!html$)\w+$/;
    return url.startsWith(SITE) && hashed.test(url.slice(SITE.length));
  }

  /**
   * The address of the file that answers: no file depends on the query, and a folder's is its
   * index.
   * @param {string} url
   */
  const fileOf = (url) => url.replace(/[?#].*/, '').replace(/\/$/, '/index.html');

  /**
   * The kept file that answers, if there is one; some hosts let pages go without the end of their
   * name.
   * @param {string} url
   */
  function keptFile(url) {
    const file = fileOf(url);
    return [file, `${file}.html`].find((it) => kept?.has(it));
  }

  /** @param {Request} request */
  const mayHave = ({ method, url }) =>
    KEEPS &&
    (method === 'GET' || method === 'HEAD') &&
    new URL(url).origin === location.origin &&
    (kept === null || keptFile(url) !== undefined);

  /** The whole editions, the newest first. */
  async function editions() {
    const whole = [];
    for (const name of await caches.keys()) {
      const cache = name.startsWith(NAME) && (await caches.open(name));
      const mark = cache && (await cache.match(WHOLE));
      if (mark) whole.push({ name, cache, since: Number(await mark.text()) });
    }
    return whole.sort((a, b) => b.since - a.since);
  }

  /**
   * Looks up what is kept. A file comes from the newest edition that has it: of a hashed name all
   * have the same.
   */
  async function look() {
    const found = new Map();
    for (const { cache } of await editions()) {
      for (const { url } of await cache.keys()) if (!found.has(url)) found.set(url, cache);
    }
    kept = found;
    return found;
  }

  /** The kept answer to a request, if there is one. @param {Request} request */
  async function keptAnswer(request) {
    // A browser may deny its caches, or have emptied them.
    const files = kept ?? (await look().catch(() => null));
    const url = keptFile(request.url);
    const found =
      url &&
      (await files
        ?.get(url)
        ?.match(url)
        .catch(() => undefined));
    if (!url || !found) return null;
    const headers = found.headers;
    const file = request.method === 'HEAD' ? new Response(null, { headers }) : found;
    return { file, isLasting: isHashed(url) };
  }

  /**
   * Answers with what the network has; where there is none, or it is slow, with the kept file.
   * @param {Request} request
   */
  async function answer(request) {
    const isPage = request.mode === 'navigate';
    // A page that compares itself with the site's must not be shown an older one.
    if (!isPage && request.cache === 'no-cache')
      return fetch(request).catch(() => new Response(null, { status: 204 }));
    const found = await keptAnswer(request);
    if (!found) return fetch(request);
    const { file, isLasting } = found;
    if (isLasting) return file;
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    /** @type {Promise<Response>} */
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, SLOW, file);
    });
    // What the browser itself has stored of a page may be older than the edition that is kept.
    const page = () => new Request(request.url, { cache: 'no-cache', redirect: 'manual' });
    const fresh = fetch(isPage ? page() : request).then(
      (response) => (response.status < 500 ? response : file),
      () => file,
    );
    return Promise.race([fresh, late]).finally(() => clearTimeout(timer));
  }

  /**
   * Keeps one file more of the newest edition. One after the other, from however many pages: the
   * last file must be there before the edition is called whole.
   */
  function next() {
    const state = turn.then(keepOne);
    turn = state;
    return state;
  }

  /** @returns {Promise<State>} */
  async function keepOne() {
    try {
      task ??= await begin();
      const url = task.left.pop();
      if (url === undefined) {
        await finish(task);
        return { left: 0 };
      }
      const response = await bring(task, url);
      for (const link of await linked(url, response)) {
        if (task.known.has(link)) continue;
        task.known.add(link);
        task.left.push(link);
      }
      return { left: task.left.length + 1 };
    } catch (error) {
      task = null;
      const files = await look().catch(() => null);
      const { name, message } = /** @type {Error} */ (error);
      const isFull = name === 'QuotaExceededError';
      const why = isFull ? 'The browser has no room for it.' : message;
      return { why, kept: Boolean(files?.size) };
    }
  }

  /** What the network has under an address. @param {string} url */
  async function get(url) {
    const response = await fetch(url, { cache: 'no-cache' }).catch(() => null);
    if (!response) throw new Error('The network is gone.');
    if (!response.ok) throw new Error(`The site has no ${url}.`);
    return response;
  }

  /**
   * The newest edition, named by its signs; nothing is left to do where it is whole.
   * @returns {Promise<Edition>}
   */
  async function begin() {
    const signs = await Promise.all(SIGNS.map(get));
    const bytes = await new Blob(await Promise.all(signs.map((sign) => sign.blob()))).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const digits = [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0'));
    const name = NAME + digits.join('');
    const cache = await caches.open(name);
    const whole = Boolean(await cache.match(WHOLE));
    const left = whole ? [] : [...SIGNS, onSite('manifest.webmanifest')];
    return { name, cache, left, known: new Set(left), whole };
  }

  /**
   * Brings a file home: one whose name cannot lie from any edition that has it, another from the
   * network.
   * @param {Edition} edition
   * @param {string} url
   */
  async function bring({ cache }, url) {
    const response = (isHashed(url) && (await caches.match(url))) || (await get(url));
    // A page that came by another address would not be taken for the one asked for.
    const plain = response.redirected
      ? new Response(response.body, { headers: response.headers })
      : response;
    await cache.put(url, plain.clone());
    return plain;
  }

  /**
   * Calls an edition whole, unless a newer one came meanwhile, and drops all but it and the one
   * before.
   * @param {Edition} edition
   */
  async function finish({ name, cache, whole }) {
    task = null;
    if (!whole && (await begin()).name !== name) throw new Error('A newer edition came meanwhile.');
    await cache.put(WHOLE, new Response(String(Date.now())));
    const stay = (await editions()).slice(0, 2).map((edition) => edition.name);
    for (const other of await caches.keys()) {
      if (other.startsWith(NAME) && !stay.includes(other)) await caches.delete(other);
    }
    await look();
  }

  /** What names other files in a file of its kind. @param {string} url @param {string} type */
  function patterns(url, type) {
    if (type.startsWith('text/css')) return [/url\(["']?([^"')]+)/g];
    // The modules that a module brings lie in a folder with its name, or beside it.
    if (url.startsWith(onSite('wasm/')) && url.endsWith('.js'))
      return [
        /["']((?:\.\/)?[\w-]+-[0-9a-f]{10}\/[^"']+)["']/g,
        /\sfrom ["'](\.\/[\w-]+\.js)["']/g,
      ];
    if (!type.startsWith('text/html')) return [];
    const parts = [
      /\s(?:src|data-search|data-(?:[a-z]+-)?(?:js|wasm))="([^"]+)"/g,
      /<link\s[^>]*href="([^"]+)"/g,
    ];
    // The list of contents leads to the pages.
    return url === onSite('toc.html') ? [...parts, /<a\s[^>]*href="([^"]+)"/g] : parts;
  }

  /** The files of this host that a file names. @param {string} url @param {Response} response */
  async function linked(url, response) {
    const own = patterns(url, response.headers.get('content-type') ?? '');
    const whole = own.length ? await response.text() : '';
    // A listing may show the markup of other pages, whose files are not of this site.
    const text = whole.replace(/<code[\s\S]*?<\/code>/g, '');
    return own
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map(([, link]) => new URL(link, url))
      .filter(({ href, origin }) => {
        return origin === location.origin && !href.startsWith(replySource.SOURCE);
      })
      .map(({ href }) => fileOf(href));
  }

  return { mayHave, answer, next };
})();
