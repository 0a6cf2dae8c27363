const CHANNEL = "await-and-see-signs";
const now = () => performance.timeOrigin + performance.now();

/** In a worker: sends the time every few milliseconds, for so long. */
export async function send(ms) {
  const channel = new BroadcastChannel(CHANNEL);
  for (const end = now() + ms; now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    channel.postMessage(now());
  }
  channel.close();
}

/** On the page: hears the signs, and knows how late the latest was. */
export class Hearing {
  #channel = new BroadcastChannel(CHANNEL);
  #latest = 0;

  constructor() {
    this.#channel.onmessage = ({ data }) => {
      this.#latest = Math.max(this.#latest, now() - data);
    };
  }

  /** Hears no more, and says how late the latest sign was. */
  close() {
    this.#channel.close();
    return this.#latest;
  }
}
