/** Waits until the browser calls back, and adds two numbers then. */
export async function add_later(a, b) {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return a + b;
}
