// @ts-check
// What the elements of these pages are made of.

/** Whether this is the page that holds all chapters for paper, on which nothing is asked and nothing runs. */
export const onPaper = /\/print(\.html)?$/.test(location.pathname);

/**
 * @param {string} tag
 * @param {string} [text]
 * @param {object} [properties]
 */
export const make = (tag, text = '', properties = {}) => Object.assign(document.createElement(tag), { textContent: text, ...properties });

/** @param {string} text @param {() => void} onclick */
export const button = (text, onclick) => make('button', text, { type: 'button', onclick });

/**
 * A button that acts when it is pressed twice, because what it does cannot be undone.
 * @param {string} text
 * @param {string} again
 * @param {() => void} act
 */
export function sureButton(text, again, act) {
  const own = button(text, () => {
    const sure = own.textContent === again;
    own.textContent = sure ? text : again;
    if (sure) act();
  });
  return own;
}

/** Keeps the arrow keys within an element; outside they turn the book's pages. @param {HTMLElement} element */
export function keepArrows(element) {
  element.addEventListener('keydown', (event) => event.key.startsWith('Arrow') && event.stopPropagation());
}
