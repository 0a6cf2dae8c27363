/** Adds two numbers immediately. */
export function add(a, b) {
  return a + b;
}
