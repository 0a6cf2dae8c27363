// The page's clock, in its worker too, which was told by how much the page's is ahead.
const now = () => performance.now() + (globalThis.pageIsAhead ?? 0);

/** A name for a channel on which no other tab of this book is heard. */
export const channel = () => `events ${Math.random()}`;

/**
 * In a worker: sends so many events, one every so many milliseconds, each with the time at which it
 * was sent, on a channel of this name.
 */
export async function send(count, every, name) {
  const channel = new BroadcastChannel(name);
  const begin = now();
  for (let nth = 1; nth <= count; nth++) {
    await new Promise((resolve) => setTimeout(resolve, begin + nth * every - now()));
    channel.postMessage(now());
  }
  // Closed immediately, it would lose the last event in some browsers.
  setTimeout(() => channel.close(), 100);
}

/** On the page: calls for each event, and says how long after its sending. */
export class Listening {
  #channel;
  /** Settled when all have come. */
  all;

  constructor(count, react, name) {
    this.#channel = new BroadcastChannel(name);
    this.all = new Promise((resolve) => {
      let heard = 0;
      this.#channel.onmessage = ({ data }) => {
        react(now() - data);
        heard += 1;
        if (heard === count) resolve(heard);
      };
    });
  }

  /** Hears no more. */
  close() {
    this.#channel.close();
  }
}
