const PICTURE = 'example-picture.svg';

const stretches = (belongs) =>
  performance
    .getEntriesByType('resource')
    .filter((entry) => belongs(entry) && entry.responseEnd > entry.startTime)
    .flatMap((entry) => [entry.startTime, entry.responseEnd]);

/**
 * When each file of this page was asked for until it had loaded, and when it was there: begin and
 * end, one after the other.
 */
export function filesOfThePage() {
  const [{ loadEventEnd }] = performance.getEntriesByType('navigation');
  // What the browser took from its own cache was not asked for.
  return stretches((entry) => entry.startTime < loadEventEnd && entry.transferSize > 0);
}

/** The same for the pictures that were asked for since then. */
export const picturesSince = (since) =>
  stretches((entry) => entry.startTime >= since && entry.name.includes(PICTURE));

/** Makes room: a browser keeps only so many entries. */
export const makeRoom = () =>
  performance.setResourceTimingBufferSize(performance.getEntriesByType('resource').length + 100);

/** Loads a picture of the site as a page does, once for each number. */
export function picture(site, nth) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = resolve;
    image.onerror = () => reject(new Error('A picture did not come.'));
    image.src = `${site}${PICTURE}?${performance.now()}-${nth}`;
  });
}
