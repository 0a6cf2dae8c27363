// Answers the addresses below `reply/` after a chosen delay: requests that are real, on a host that only serves files.
// Each duty of this worker says whether a request is its own; what is nobody's goes to the network untouched.
// So neither live reload nor another book on the same host notices that this worker is there.
{
  // The page that asked for this worker is to be answered by it, and not only the next one.
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  // A page that was reloaded past the cache belongs to no worker until one claims it, which it asks for by a message.
  addEventListener('message', (event) => event.waitUntil(clients.claim()));

  addEventListener('fetch', (event) => {
    if (isForSource(event.request)) reply(event);
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
}
