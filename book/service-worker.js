// The site's one service worker, with two duties. It answers the addresses below `reply/` after a chosen delay: requests that are real, on a host that only serves files.
// And it keeps the whole book for readers without a network, where it is registered with `?keep`, which it is not under live reload.
// Each duty says whether a request is its own; what is nobody's goes to the network untouched.
// So neither live reload nor another book on the same host notices that this worker is there.
{
  const SITE = registration.scope;
  const onSite = (path) => new URL(path, SITE).href;

  addEventListener('install', () => skipWaiting());

  addEventListener('message', (event) => {
    // Replies over a port of its own are how a page has the next file kept.
    const [port] = event.ports;
    if (!port) return event.waitUntil(clients.claim());
    // One after the other, from however many pages: the last file must be there before the edition is called whole.
    turn = turn.then(keepOne).then((state) => port.postMessage(state));
    event.waitUntil(turn);
  });

  addEventListener('fetch', (event) => {
    if (isForSource(event.request)) reply(event);
    else if (mayBeKept(event.request)) event.respondWith(answer(event.request));
  });

  // The reply source.

  const SOURCE = onSite('reply/');
  /** The longest wait in milliseconds: browsers stop a worker that takes minutes over one request. */
  const LONGEST = 30_000;
  /** What can be asked for, each a number from 0 to this. */
  const MOST = new Map(Object.entries({ ms: LONGEST, jitter: LONGEST, seed: 2 ** 32 - 1, fail: 1, hang: 1 }));
  /** How many replies are being waited for. */
  let open = 0;

  const isForSource = ({ method, url }) => method === 'GET' && url.startsWith(SOURCE);

  /** Replies after the wait that is asked for. A failure has status 200 too: another would be an error in the console. A page's script is replied to by one that does nothing. */
  function reply(event) {
    const { asked, mistake } = read(new URL(event.request.url).searchParams);
    const draw = draws(asked.seed);
    const ms = (asked.ms ?? 0) + draw() * (asked.jitter ?? 0);
    const why = mistake ?? (draw() < (asked.fail ?? 0) ? 'The source was asked to fail.' : null);
    const [type, before, after] = event.request.destination === 'script' ? ['text/javascript', '(', ');'] : ['application/json', '', ''];

    open += 1;
    let release;
    // A browser may stop a worker whose event is over, and this one is over when the reply's head is sent.
    event.waitUntil(new Promise((resolve) => (release = resolve)));
    let over = false;
    // A page may abort when the reply is written and not yet read: the stream is told, though all is over.
    const end = () => {
      if (over) return;
      over = true;
      open -= 1;
      release();
    };
    let timer;
    // A stream is told when the page aborts. The request's own signal is not: tried in Chromium, Firefox and WebKit.
    const body = new ReadableStream({
      start(stream) {
        if (asked.hang) return;
        timer = setTimeout(() => {
          end();
          stream.enqueue(new TextEncoder().encode(before + JSON.stringify({ why, ms, others: open }) + after));
          stream.close();
        }, ms);
      },
      cancel() {
        clearTimeout(timer);
        end();
      },
    });
    event.respondWith(new Response(body, { headers: { 'content-type': type } }));
  }

  /** The numbers in a query; at a mistake nothing but what is wrong. */
  function read(query) {
    const asked = {};
    for (const [name, text] of query) {
      const most = MOST.get(name);
      if (most === undefined) return { asked: {}, mistake: `The source knows no '${name}'.` };
      const value = text.trim() ? Number(text) : NaN;
      if (!(value >= 0 && value <= most)) return { asked: {}, mistake: `'${name}' is '${text}' and not a number from 0 to ${most}.` };
      asked[name] = value;
    }
    return { asked };
  }

  /** A source of numbers from 0 to 1, the same for the same seed (Mulberry32). */
  function draws(seed) {
    if (!seed) return Math.random;
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  // The kept book. An edition is a cache of its own, so that a page of one edition never gets a module of another.

  const KEEPS = new URL(location.href).searchParams.has('keep');
  const NAME = `book of ${SITE}, edition `;
  /** What an edition has only when it is whole: when it was last found to be the newest. */
  const WHOLE = onSite('whole-edition');
  /** Where two editions differ: the front page names styles and scripts by hashes, the page for print holds every text, the list of examples names each module by its hash. */
  const SIGNS = ['index.html', 'toc.html', 'print.html', 'examples.json'].map(onSite);
  /** How long a page may be on its way, in milliseconds, before the kept one is shown. */
  const PATIENCE = 4000;

  /** The addresses in the whole editions, and where their files lie; unknown until the caches have been looked at. @type {Map<string, Cache> | null} */
  let kept = null;
  /** The edition that is being brought home, and the end of the step that was asked for last. */
  let task = null;
  let turn = Promise.resolve();

  /** Whether a hash of the content is part of the name: what lies there never changes. Pages have none. */
  function isHashed(url) {
    return url.startsWith(SITE) && /[-.][0-9a-f]{8,10}(\/.*|\.min)?\.(?!html$)\w+$/.test(url.slice(SITE.length));
  }

  /** The address of the file that answers: no file depends on the query, and a folder's is its index. */
  const fileOf = (url) => url.replace(/[?#].*/, '').replace(/\/$/, '/index.html');

  /** The kept file that answers, if there is one; some hosts let pages go without the end of their name. */
  function keptFile(url) {
    const file = fileOf(url);
    return [file, `${file}.html`].find((it) => kept?.has(it));
  }

  const mayBeKept = ({ method, url }) =>
    KEEPS && (method === 'GET' || method === 'HEAD') && new URL(url).origin === location.origin && (kept === null || keptFile(url) !== undefined);

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

  /** Looks up what is kept. A file comes from the newest edition that has it: of a hashed name all have the same. */
  async function look() {
    const found = new Map();
    for (const { cache } of await editions()) {
      for (const { url } of await cache.keys()) if (!found.has(url)) found.set(url, cache);
    }
    return (kept = found);
  }

  /** Answers with what the network has; where there is none, or it is slow, with the kept file. */
  async function answer(request) {
    const isPage = request.mode === 'navigate';
    // A page that compares itself with the site's must not be shown an older one.
    if (!isPage && request.cache === 'no-cache') return fetch(request).catch(() => new Response(null, { status: 204 }));
    // A browser may deny its caches, or have emptied them.
    if (kept === null) await look().catch(() => null);
    const url = keptFile(request.url);
    const found = url && (await kept.get(url).match(url).catch(() => undefined));
    if (!found) return fetch(request);
    const file = request.method === 'HEAD' ? new Response(null, { headers: found.headers }) : found;
    if (isHashed(url)) return file;
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE, file)));
    // What the browser itself has stored of a page may be older than the edition that is kept.
    const asked = isPage ? new Request(request.url, { cache: 'no-cache', redirect: 'manual' }) : request;
    const fresh = fetch(asked).then((response) => (response.status < 500 ? response : file), () => file);
    return Promise.race([fresh, late]).finally(() => clearTimeout(timer));
  }

  /** Keeps one file more of the newest edition. Tells how many are known to be left, or why there will be none and whether another edition is there. */
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
      const why = error.name === 'QuotaExceededError' ? 'The browser has no room for it.' : error.message;
      return { why, kept: Boolean(files?.size) };
    }
  }

  /** What the network has under an address. */
  async function get(url) {
    const response = await fetch(url, { cache: 'no-cache' }).catch(() => null);
    if (!response) throw new Error('The network is gone.');
    if (!response.ok) throw new Error(`The site has no ${url}.`);
    return response;
  }

  /** The newest edition, named by its signs; nothing is left to do where it is whole. */
  async function begin() {
    const signs = await Promise.all(SIGNS.map(get));
    const bytes = await new Blob(await Promise.all(signs.map((sign) => sign.blob()))).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const name = NAME + [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const cache = await caches.open(name);
    const whole = Boolean(await cache.match(WHOLE));
    const left = whole ? [] : [...SIGNS, onSite('manifest.webmanifest')];
    return { name, cache, left, known: new Set(left), whole };
  }

  /** Brings a file home: one whose name cannot lie from any edition that has it, another from the network. */
  async function bring({ cache }, url) {
    const response = (isHashed(url) && (await caches.match(url))) || (await get(url));
    // A page that came by another address would not be taken for the one asked for.
    const plain = response.redirected ? new Response(response.body, { headers: response.headers }) : response;
    await cache.put(url, plain.clone());
    return plain;
  }

  /** Calls an edition whole, unless a newer one came meanwhile, and drops all but it and the one before. */
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

  /** The files of this host that a file needs; of the list of contents also the pages it leads to. */
  async function linked(url, response) {
    const type = response.headers.get('content-type') ?? '';
    const patterns = [];
    if (type.startsWith('text/html')) {
      patterns.push(/\s(?:src|data-search|data-(?:[a-z]+-)?(?:js|wasm))="([^"]+)"/g, /<link\s[^>]*href="([^"]+)"/g);
      if (url === onSite('toc.html')) patterns.push(/<a\s[^>]*href="([^"]+)"/g);
    } else if (type.startsWith('text/css')) {
      patterns.push(/url\(["']?([^"')]+)/g);
    } else if (url.startsWith(onSite('wasm/')) && url.endsWith('.js')) {
      // The modules that a module brings lie in a folder with its name, or beside it.
      patterns.push(/["']((?:\.\/)?[\w-]+-[0-9a-f]{10}\/[^"']+)["']/g, /\sfrom ["'](\.\/[\w-]+\.js)["']/g);
    }
    const text = patterns.length ? await response.text() : '';
    return patterns
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map(([, link]) => new URL(link, url))
      .filter(({ href, origin }) => origin === location.origin && !href.startsWith(SOURCE))
      .map(({ href }) => fileOf(href));
  }
}
