// The reader's answers to the questions before and after reading, kept in this browser alone.

const KEPT = 'await-and-see.questions';

/** @typedef {{ chosen: string, right: boolean, seconds: number | null }} Answer */
/** @typedef {{ order: string[], answers: Record<string, Answer> }} Form */

/** What is kept, or nothing if that cannot be read. @returns {Record<string, Form>} */
export function keptForms() {
  try {
    const forms = Object.entries(JSON.parse(localStorage.getItem(KEPT) ?? '{}'));
    const isForm = (/** @type {any} */ form) =>
      Array.isArray(form?.order) && form.answers && typeof form.answers === 'object';
    return Object.fromEntries(forms.filter(([, form]) => isForm(form)));
  } catch {
    return {};
  }
}

/** @param {Record<string, Form>} forms */
export function keepForms(forms) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(forms));
  } catch {
    // Where nothing can be kept, the answers last as long as the page, and the reader is told so.
  }
}

export function forgetForms() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // Nothing was kept.
  }
}
