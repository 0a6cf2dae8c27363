const textOf = (page) => page?.querySelector('p')?.textContent ?? '';

/** How many letters of text a page has as it is sent: read as HTML, and no script of it run. */
export async function sent(url) {
  const response = await fetch(url);
  return textOf(new DOMParser().parseFromString(await response.text(), 'text/html')).length;
}

/** Puts a page into a frame, in place of the frame before. */
export function open(place, url) {
  const frame = document.createElement('iframe');
  frame.title = 'The page that is tried';
  frame.src = url;
  frame.style = 'background: white; block-size: 4rem; border: 0; display: block; inline-size: 100%';
  place.replaceChildren(frame);
  return frame;
}

/**
 * Waits until all of a frame's page has loaded. Gives how many letters of text it has then, and
 * after how many milliseconds they could be seen and all had loaded.
 */
export function watch(frame) {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    let [shown, loaded] = [null, null];
    frame.onload = () => (loaded = performance.now() - begin);
    // Not the paint itself, which a browser writes down afterwards, but the moment before: a
    // picture is about to be drawn, and the text has its place in it.
    const look = () => {
      const line = frame.contentDocument?.querySelector('p');
      if (shown === null && line?.getBoundingClientRect().height > 0)
        shown = performance.now() - begin;
      if (!frame.isConnected) return; // a new run has begun
      if (loaded === null) requestAnimationFrame(look);
      else if (shown === null) reject(new Error('The page has loaded, and its text is not there.'));
      else resolve([textOf(frame.contentDocument).length, shown, loaded]);
    };
    requestAnimationFrame(look);
  });
}
