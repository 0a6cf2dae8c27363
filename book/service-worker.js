// The site's one service worker, with two duties. It answers the addresses below `reply/` after a chosen delay: requests that are real, on a host that only serves files.
// And it keeps the whole book for readers without a network, where it is registered with `?keep`; that is nowhere under live reload.
// Each duty says whether a request is its own; what is nobody's goes to the network untouched.
// So neither live reload nor another book on the same host notices that this worker is there.
{
  addEventListener('install', () => skipWaiting());

  addEventListener('message', (event) => {
    // Replies over a port of its own are how a page has the next file kept.
    const [port] = event.ports;
    event.waitUntil(port ? keepOne().then((state) => port.postMessage(state)) : clients.claim());
  });

  addEventListener('fetch', (event) => {
    if (isForSource(event.request)) reply(event);
    else if (mayBeKept(event.request)) event.respondWith(answer(event.request));
  });

  // The reply source.

  const SOURCE = new URL('reply/', registration.scope).href;
  /** The longest wait in milliseconds: browsers stop a worker that takes minutes over one request. */
  const LONGEST = 30_000;
  /** What can be asked for, each a number from 0 to this. */
  const MOST = new Map(Object.entries({ ms: LONGEST, jitter: LONGEST, seed: 2 ** 32 - 1, fail: 1, hang: 1 }));
  /** How many replies are being waited for. */
  let open = 0;

  const isForSource = ({ method, url }) => method === 'GET' && url.startsWith(SOURCE);

  /** Replies after the wait that is asked for. A failure has status 200 too: another would be an error in the console. */
  function reply(event) {
    const { asked, mistake } = read(new URL(event.request.url).searchParams);
    const draw = draws(asked.seed);
    const ms = (asked.ms ?? 0) + draw() * (asked.jitter ?? 0);
    const why = mistake ?? (draw() < (asked.fail ?? 0) ? 'The source was asked to fail.' : null);

    open += 1;
    let release;
    // A browser may stop a worker whose event is over, and this one is over when the reply's head is sent.
    event.waitUntil(new Promise((resolve) => (release = resolve)));
    const end = () => {
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
          stream.enqueue(new TextEncoder().encode(JSON.stringify({ why, ms, others: open })));
          stream.close();
        }, ms);
      },
      cancel() {
        clearTimeout(timer);
        end();
      },
    });
    event.respondWith(new Response(body, { headers: { 'content-type': 'application/json' } }));
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
  const NAME = `book of ${registration.scope}, edition `;
  /** What an edition has only when it is whole. */
  const WHOLE = `${registration.scope}whole-edition`;
  /** Where two editions differ: each page names the search index by a hash of every text, the list of examples each module by its hash. */
  const SIGNS = ['index.html', 'toc.html', 'examples.json'].map(onSite);
  /** A name that a hash of the content is part of: what lies there never changes. Pages bear none. */
  const HASHED = /-[0-9a-f]{8,10}(\/.*)?\.(?!html$)\w+$/;
  /** How long a page may be on its way, in milliseconds, before the kept one is shown. */
  const PATIENCE = 4000;

  /** The addresses in the whole editions, and their files; unknown until the caches have been looked at. @type {Map<string, Cache> | null} */
  let kept = null;
  /** The edition that is being brought home. */
  let task = null;

  function onSite(path) {
    return new URL(path, registration.scope).href;
  }

  /** The address of the file that answers: no file depends on the query, and a folder's is its index. */
  const fileOf = (url) => url.replace(/[?#].*/, '').replace(/\/$/, '/index.html');

  const mayBeKept = ({ method, url }) =>
    KEEPS && method === 'GET' && new URL(url).origin === location.origin && (kept === null || kept.has(fileOf(url)));

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
    const url = fileOf(request.url);
    // A browser may deny its caches, or have emptied them.
    const file = await (kept ?? (await look().catch(() => null)))?.get(url)?.match(url).catch(() => undefined);
    if (file === undefined) return fetch(request);
    if (HASHED.test(url)) return file;
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE, file)));
    const fresh = fetch(request).then((response) => (response.status < 500 ? response : file), () => file);
    return Promise.race([fresh, late]).finally(() => clearTimeout(timer));
  }

  /** Keeps one file more of the newest edition. Tells how many are known to be left, or why there will be none. */
  async function keepOne() {
    try {
      task ??= await begin();
      if (task.whole) return { left: 0 };
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
      return { why: String(error) };
    }
  }

  /** The newest edition, named by its signs. */
  async function begin() {
    const signs = await Promise.all(SIGNS.map((url) => fetch(url, { cache: 'no-cache' })));
    if (!signs.every(({ ok }) => ok)) throw new Error('The site does not say what belongs to it.');
    const bytes = await new Blob(await Promise.all(signs.map((sign) => sign.blob()))).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const name = NAME + [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const cache = await caches.open(name);
    const left = [...SIGNS, onSite('print.html'), onSite('manifest.webmanifest')];
    return { name, cache, left, known: new Set(left), whole: Boolean(await cache.match(WHOLE)) };
  }

  /** A file of an edition: from an earlier try, from another edition if its name cannot lie, else from the network. */
  async function bring({ cache }, url) {
    const had = (await cache.match(url)) ?? (HASHED.test(url) ? await caches.match(url) : undefined);
    const response = had ?? (await fetch(url, { cache: 'no-cache' }));
    if (!response.ok) throw new Error(`The site has no ${url}.`);
    await cache.put(url, response.clone());
    return response;
  }

  /** Calls an edition whole, unless a newer one came meanwhile, and drops all but it and the one before. */
  async function finish({ name, cache }) {
    task = null;
    if ((await begin()).name !== name) throw new Error('A newer edition came meanwhile.');
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
      // The modules that a module brings lie in a folder with its name.
      patterns.push(/["']((?:\.\/)?[\w-]+-[0-9a-f]{10}\/[^"']+)["']/g);
    }
    const text = patterns.length ? await response.text() : '';
    return patterns
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map(([, link]) => new URL(link, url))
      .filter(({ origin }) => origin === location.origin)
      .map(({ href }) => fileOf(href));
  }
}
