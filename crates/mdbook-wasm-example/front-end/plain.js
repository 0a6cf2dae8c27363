// The plain <wasm-example>: Run, an output and an error, for a book that brings no panel of its
// own.

const STYLE = `
:host { display: block; border: 1px solid; border-radius: 6px; padding: 1em; margin: 1em 0; }
strong { margin-inline-end: 1em; }
button { font: inherit; padding: 0.3em 1em; cursor: pointer; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 1em 0 0; }
pre:empty, p:empty { display: none; }
p { margin: 1em 0 0; font-weight: bold; }
`;

/** How many panels each example has on this page. @type {Map<string, number>} */
const panels = new Map();

/**
 * Resolves a path from the site's root, whose distance mdBook's template tells.
 * @param {string} [path]
 */
function fromRoot(path = '') {
  return new URL(path_to_root + path, document.baseURI).href;
}

/** @param {unknown} value */
function asText(value) {
  if (value === undefined) return 'Done.';
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

class WasmExample extends HTMLElement {
  #button = document.createElement('button');
  #output = document.createElement('pre');
  #error = document.createElement('p');
  /** The address of the module's glue. */
  #glue = '';

  connectedCallback() {
    // The printed book holds all chapters at once, and nobody clicks on paper.
    if (this.shadowRoot || /\/print(\.html)?$/.test(location.pathname)) return;
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.#button.textContent = 'Run';
    this.#output.setAttribute('role', 'status');
    this.#error.setAttribute('role', 'alert');
    const title = this.querySelector('strong')?.cloneNode(true) ?? '';
    const root = this.attachShadow({ mode: 'open' });
    root.append(style, title, this.#button, this.#output, this.#error);
    // Glue holds one instance per address, so each panel of an example has an address of its own.
    const { example = '', js } = this.dataset;
    const before = panels.get(example) ?? 0;
    panels.set(example, before + 1);
    this.#glue = fromRoot(js) + (before ? `?${before + 1}` : '');
    this.#button.addEventListener('click', () => this.run());
  }

  /** Runs the example, and shows what came of it. */
  async run() {
    this.#button.disabled = true;
    this.#output.textContent = '';
    this.#error.textContent = '';
    let module;
    try {
      module = await import(this.#glue);
      await module.default({ module_or_path: fromRoot(this.dataset.wasm) });
      this.#output.textContent = asText(await module.run?.());
    } catch (error) {
      this.#error.textContent = `This did not work: ${error}`;
      // A module that panicked is of no use until its state is new.
      if (error instanceof WebAssembly.RuntimeError) module?.__wbg_reset_state?.();
    }
    this.#button.disabled = false;
  }
}

if (!customElements.get('wasm-example')) customElements.define('wasm-example', WasmExample);
