/** The stretches, begin and end, in which something that this page asked for was on its way. */
export const asked = (since) =>
  performance
    .getEntriesByType("resource")
    .filter((entry) => entry.startTime >= since && entry.responseEnd > entry.startTime)
    .flatMap((entry) => [entry.startTime, entry.responseEnd]);

/** Makes room: a browser keeps only so many entries. */
export const makeRoom = () => performance.setResourceTimingBufferSize(performance.getEntriesByType("resource").length + 100);

/** Loads a picture of the site as a page does, anew for each number. */
export function picture(site, nth) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve();
    image.onerror = () => reject(new Error("A picture did not come."));
    image.src = `${site}example-picture.svg?${performance.now()}-${nth}`;
  });
}
