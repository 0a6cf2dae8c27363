/** What all items cost, except every third. */
export function total_js(items, price) {
  const next = (item, total) => {
    if (item === items) {
      return Promise.resolve(total);
    }
    if (item % 3 === 2) {
      return next(item + 1, total);
    }
    return price(item).then((cost) => next(item + 1, total + cost));
  };
  return next(0, 0);
}
