/**
 * Hands a new canvas in this place to a worker, which goes on drawing while the page is frozen.
 * For readers who want less motion, and where no canvas can be handed over, nothing is drawn.
 * @param {Worker} worker
 * @param {HTMLElement} place
 * @param {number} felt How long the page may be silent before that is felt, in milliseconds.
 */
export function handOver(worker, place, felt) {
  const canvas = document.createElement('canvas');
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isCalm || !canvas.transferControlToOffscreen) return false;
  place.replaceChildren(canvas);
  canvas.width = place.clientWidth * devicePixelRatio;
  canvas.height = place.clientHeight * devicePixelRatio;
  // Colours that the theme has resolved.
  const { color, outlineColor, columnRuleColor, fontFamily } = getComputedStyle(place);
  const picture = canvas.transferControlToOffscreen();
  const colours = { text: color, busy: outlineColor, frozen: columnRuleColor };
  worker.postMessage({ ask: 'draw', picture, colours, fontFamily, felt }, [picture]);
  return true;
}
