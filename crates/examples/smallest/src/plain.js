/** Adds two numbers at once. */
export function add(a, b) {
  return a + b;
}
