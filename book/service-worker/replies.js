// The reply source: answers after a chosen delay, so that requests are real on a host that only
// serves files.

const replySource = (() => {
  const { scope } = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
    .registration;
  const SOURCE = new URL('reply/', scope).href;
  /**
   * The longest wait in milliseconds: browsers stop a worker that takes minutes over one request.
   */
  const LONGEST = 30_000;
  /** What can be asked for, each a number from 0 to this. */
  const MOST = { ms: LONGEST, jitter: LONGEST, seed: 2 ** 32 - 1, fail: 1, hang: 1 };
  /** How many replies are being waited for. */
  let open = 0;

  /** @typedef {{ [name in keyof typeof MOST]?: number }} Asked */

  /** @param {Request} request */
  const isAsked = ({ method, url }) => method === 'GET' && url.startsWith(SOURCE);

  /**
   * Replies after the wait that is asked for. A failure has status 200 too: another would be an
   * error in the console.
   * @param {FetchEvent} event
   */
  function reply(event) {
    const { asked, mistake } = read(new URL(event.request.url).searchParams);
    const draw = draws(asked.seed);
    const ms = (asked.ms ?? 0) + draw() * (asked.jitter ?? 0);
    const why = mistake ?? (draw() < (asked.fail ?? 0) ? 'The source was asked to fail.' : null);
    // A page's script is replied to by one that does nothing.
    const isScript = event.request.destination === 'script';
    const type = isScript ? 'text/javascript' : 'application/json';
    const text = () => {
      const json = JSON.stringify({ why, ms, others: open });
      return isScript ? `(${json});` : json;
    };
    const { body, over } = later(asked.hang ? null : ms, text);
    // A browser may stop a worker whose event is over, and this one is over when the reply's head
    // is sent.
    event.waitUntil(over);
    event.respondWith(new Response(body, { headers: { 'content-type': type } }));
  }

  /**
   * A body that is whole after `ms`, or never, and the promise of its end: written, or aborted.
   * @param {number | null} ms
   * @param {() => string} text
   */
  function later(ms, text) {
    open += 1;
    let isOver = false;
    /** @type {(value?: unknown) => void} */
    let release;
    const over = new Promise((resolve) => {
      release = resolve;
    });
    // A page may abort when the reply is written and not yet read: the stream is told, though all
    // is over.
    const end = () => {
      if (isOver) return;
      isOver = true;
      open -= 1;
      release();
    };
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    // A stream is told when the page aborts. The request's own signal is not: tried in Chromium,
    // Firefox and WebKit.
    const body = new ReadableStream({
      start(stream) {
        if (ms === null) return;
        timer = setTimeout(() => {
          end();
          stream.enqueue(new TextEncoder().encode(text()));
          stream.close();
        }, ms);
      },
      cancel() {
        clearTimeout(timer);
        end();
      },
    });
    return { body, over };
  }

  /**
   * The numbers in a query; at a mistake nothing but what is wrong.
   * @param {URLSearchParams} query
   * @returns {{ asked: Asked, mistake?: string }}
   */
  function read(query) {
    /** @type {Asked} */
    const asked = {};
    for (const [key, text] of query) {
      if (!Object.hasOwn(MOST, key)) return { asked: {}, mistake: `The source knows no '${key}'.` };
      const name = /** @type {keyof typeof MOST} */ (key);
      const value = text.trim() ? Number(text) : Number.NaN;
      const why = `'${name}' is '${text}' and not a number from 0 to ${MOST[name]}.`;
      if (!(value >= 0 && value <= MOST[name])) return { asked: {}, mistake: why };
      asked[name] = value;
    }
    return { asked };
  }

  /**
   * A source of numbers from 0 to 1, the same for the same seed (Mulberry32).
   * @param {number | undefined} seed
   */
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

  return { SOURCE, isAsked, reply };
})();
