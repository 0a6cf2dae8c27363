/**
 * Hands a new canvas in this place to a worker, which goes on drawing while the page is frozen.
 * Without a place, for readers who want less motion, and where no canvas can be handed over,
 * nothing is drawn.
 * @param {Worker} worker
 * @param {HTMLElement | null} place
 */
export function handOver(worker, place) {
  const canvas = document.createElement('canvas');
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!place || isCalm || !canvas.transferControlToOffscreen) return;
  place.replaceChildren(canvas);
  canvas.width = place.clientWidth * devicePixelRatio;
  canvas.height = place.clientHeight * devicePixelRatio;
  // Colours that the theme has resolved.
  const { color, outlineColor, columnRuleColor, fontFamily } = getComputedStyle(place);
  const picture = canvas.transferControlToOffscreen();
  const colours = { text: color, busy: outlineColor, frozen: columnRuleColor };
  worker.postMessage({ ask: 'draw', picture, colours, fontFamily }, [picture]);
}
