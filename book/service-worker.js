// The site's one service worker, with two duties. It answers the addresses below `reply/` after a
// chosen delay: requests that are real, on a host that only serves files.
// And it keeps the whole book for readers without a network, where it is registered with `?keep`,
// which it is not under live reload.
// Each duty says whether a request is its own; what is nobody's goes to the network untouched.
// So neither live reload nor another book on the same host notices that this worker is there.
importScripts('service-worker/replies.js', 'service-worker/kept-book.js');

{
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

  worker.addEventListener('install', () => worker.skipWaiting());

  worker.addEventListener('message', (event) => {
    // Replies over a port of its own are how a page has the next file kept.
    const [port] = event.ports;
    if (!port) return event.waitUntil(worker.clients.claim());
    event.waitUntil(keptBook.next().then((state) => port.postMessage(state)));
  });

  worker.addEventListener('fetch', (event) => {
    if (replySource.isAsked(event.request)) replySource.reply(event);
    else if (keptBook.mayHave(event.request)) event.respondWith(keptBook.answer(event.request));
  });
}
