/** Whether a reply has come. */
const replied = (request) => request.readyState === XMLHttpRequest.DONE && request.status > 0;

/** Asks for the head of a file, synchronously, and says whether the next line sees the reply. */
export function synchronous(url) {
  const request = new XMLHttpRequest();
  request.open('HEAD', url, false);
  request.send();
  return replied(request);
}

/**
 * Asks for the same, asynchronously. `seen` is told whether the next line sees the reply; the
 * promise is settled when it is there.
 */
export function asynchronous(url, seen) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('HEAD', url, true);
    request.onload = resolve;
    request.onerror = () => reject(new Error('The site did not answer.'));
    request.send();
    seen(replied(request));
  });
}

/** Asks for the same by fetch, which has no synchronous form. */
export async function fetched(url, seen) {
  let reply = null;
  const asked = fetch(url, { method: 'HEAD' }).then((it) => (reply = it));
  seen(reply !== null);
  await asked;
}
