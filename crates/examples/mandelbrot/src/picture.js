/**
 * A picture of so many points along each side in a place of the page, and how to draw a tile of it.
 */
export function picture(place, side) {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: side,
    height: side,
    role: 'img',
  });
  canvas.ariaLabel = 'The Mandelbrot set, drawn tile by tile';
  place.replaceChildren(canvas);
  const context = canvas.getContext('2d');
  // The longer a point takes to leave, the lighter; black if it never does.
  return (rounds, most, x, y) => {
    const tile = context.createImageData(Math.sqrt(rounds.length), Math.sqrt(rounds.length));
    rounds.forEach((count, point) => {
      const light = count === most ? 0 : 40 + 8 * count;
      tile.data.set([light / 2, light, light, 255], 4 * point);
    });
    context.putImageData(tile, x, y);
  };
}
