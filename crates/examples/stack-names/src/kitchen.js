// The same four in JavaScript, and what both sides ask for: where they are.

/** What a new error says of where it was made; engines write ten frames at least. */
export const where = () => new Error('out').stack;

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const dinner = async (ms) => await soup(ms);
const soup = async (ms) => await stock(ms);
const stock = async (ms) => await fire(ms);

async function fire(ms) {
  await later(ms);
  // Not `return where()`: a call in that place takes over its caller's frame in WebKit.
  const stack = where();
  return stack;
}

export { dinner };
