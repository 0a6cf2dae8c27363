// The page's clock, in its worker too, which was told by how much the page's is ahead.
const now = () => performance.now() + (globalThis.pageIsAhead ?? 0);

/** In a worker: sends the time every few milliseconds, for so long, on a channel of this name. */
export async function send(ms, name) {
  const channel = new BroadcastChannel(name);
  for (const end = now() + ms; now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    channel.postMessage(now());
  }
  channel.close();
}

/** On the page: hears the signs, and knows how late the latest was. */
export class Hearing {
  /** Another tab of this book must not be heard. */
  name = `signs ${Math.random()}`;
  #channel = new BroadcastChannel(this.name);
  #latest = 0;

  constructor() {
    this.#channel.onmessage = ({ data }) => {
      this.#latest = Math.max(this.#latest, now() - data);
    };
  }

  /** How late the latest sign was. */
  latest() {
    return this.#latest;
  }

  /** Hears no more. */
  close() {
    this.#channel.close();
  }
}
