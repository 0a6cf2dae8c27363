// What the elements of these pages are made of.

/**
 * Whether this is the page that holds all chapters for paper, on which nothing is asked and nothing
 * runs.
 */
export const onPaper = /\/print(\.html)?$/.test(location.pathname);

/**
 * Makes an element with a text and properties.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [text]
 * @param {Partial<HTMLElementTagNameMap[T]>} [properties]
 * @returns {HTMLElementTagNameMap[T]}
 */
export const make = (tag, text = '', properties = {}) =>
  Object.assign(document.createElement(tag), { textContent: text, ...properties });

/** @param {string} text @param {() => void} onclick */
export const button = (text, onclick) => make('button', text, { type: 'button', onclick });

/** @param {string} selector @returns {HTMLElement[]} */
export const all = (selector) =>
  [...document.querySelectorAll(selector)].map((it) => /** @type {HTMLElement} */ (it));

/**
 * A button that acts when it is pressed twice, because what it does cannot be undone.
 * @param {string} text
 * @param {string} again
 * @param {() => void} act
 */
export function sureButton(text, again, act) {
  let asked = false;
  const own = button(text, () => {
    if (asked) act();
    asked = !asked;
    own.textContent = asked ? again : text;
  });
  return own;
}

/**
 * Keeps the arrow keys within an element; outside they turn the book's pages.
 * @param {HTMLElement} element
 */
export function keepArrows(element) {
  element.addEventListener('keydown', (event) => {
    if (event.key.startsWith('Arrow')) event.stopPropagation();
  });
}
