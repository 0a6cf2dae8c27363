// The settings of a panel: from its inputs and from the page's address, into every text that names
// one.

class PanelSettings {
  /** @type {NodeListOf<HTMLInputElement>} */
  #inputs;
  #shadow;
  #slug;
  #declaration;

  /**
   * Sets what the page's address asks for.
   * @param {ShadowRoot} shadow
   * @param {string} slug
   * @param {Declaration} declaration
   */
  constructor(shadow, slug, declaration) {
    this.#shadow = shadow;
    this.#slug = slug;
    this.#declaration = declaration;
    this.#inputs = shadow.querySelectorAll('[data-param]');
    this.#label();
    const query = new URLSearchParams(location.search);
    for (const input of this.#inputs) {
      input.addEventListener('change', () => this.#set(input, input.value));
      const preset = query.get(`${slug}.${input.dataset.param}`);
      if (preset !== null) this.#set(input, preset);
    }
  }

  /** In the order of the declaration. */
  values() {
    return [...this.#inputs].map((input) => Number(input.value));
  }

  /**
   * Takes a value for a parameter, or says why not and goes back to the default.
   * @param {HTMLInputElement} input
   * @param {string} text
   */
  #set(input, text) {
    const param = this.#declaration.params.find(({ name }) => name === input.dataset.param);
    if (!param) return;
    const { label, min, max, default: usual, unit } = param;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    const fits = value >= min && value <= max;
    input.value = String(fits ? value : usual);
    const refused = text ? `'${text}' will not do. ` : '';
    const wanted = `For '${label}' give a number from ${min} to ${max} ${unit}; ${usual} ${unit} is used.`;
    this.#write('.error', fits ? '' : refused + wanted);
    this.#label();
  }

  /** Writes the settings into every text that names one. */
  #label() {
    const { lead, run, params, variants } = this.#declaration;
    this.#write('.lead', this.#fill(lead));
    this.#write('.run', `Run: ${this.#fill(run)}`);
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (this.#shadow.querySelectorAll('.one'));
    buttons.forEach((button, i) => {
      button.title = this.#fill(variants[i].warning);
      button.setAttribute('aria-label', `Run ${variants[i].name}: ${button.title}`);
    });
    const values = this.values();
    const query = params.map(({ name }, i) => `${this.#slug}.${name}=${values[i]}`);
    this.#shadow.querySelector('.restore')?.setAttribute('href', `?${query.join('&')}`);
  }

  /** @param {string} text */
  #fill(text) {
    const values = this.values();
    return this.#declaration.params.reduce(
      (filled, { name }, i) => filled.replaceAll(`{${name}|s}`, `${values[i] / 1000} s`),
      text,
    );
  }

  /** @param {string} part @param {string} text */
  #write(part, text) {
    const place = this.#shadow.querySelector(part);
    if (place) place.textContent = text;
  }
}
