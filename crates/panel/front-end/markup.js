// The markup of a panel, from its example's declaration. Nothing of any lesson lives here.

/** @param {unknown} text */
function escapeHtml(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return String(text).replace(/[&<>"]/g, (c) => entities[/** @type {'&'} */ (c)]);
}

/**
 * What the reader did in the responsiveness check, in words.
 * @param {number[]} waits From each click or key until it was heard, in milliseconds.
 */
function heardInWords(waits) {
  const slowest = Math.round(Math.max(...waits)).toLocaleString('en');
  return `${waits.length} heard, slowest after ${slowest} ms`;
}

/** @param {Declaration['prediction']} prediction */
function predictionMarkup(prediction) {
  if (!prediction) return '';
  const answers = prediction.answers.map(
    ({ text }, i) => `<label><input type="radio" name="answer"><b>${'ABCDEFGH'[i]}</b>
      <span>${escapeHtml(text)}</span><small class="stamp"></small></label>`,
  );
  const question = escapeHtml(prediction.question);
  return `<fieldset class="predict"><legend>${question}</legend>${answers.join('')}</fieldset>`;
}

/** @param {Parameter[]} params */
function controlsMarkup(params) {
  const inputs = params.map(
    ({ name, label, unit, default: value, min, max, step }) =>
      `<label>${escapeHtml(label)} <input type="number" inputmode="numeric" data-param="${escapeHtml(name)}"
        value="${value}" min="${min}" max="${max}" step="${step}"> ${escapeHtml(unit)}</label>`,
  );
  return `<div class="controls">
    <button class="run" data-run=""></button>
    <span class="halt"><button class="stop" data-do="stop">Stop</button>
      <button class="reset" data-do="reset">Reset</button></span>
    <span class="settings">${inputs.join('')}</span></div>`;
}

/**
 * What the reader can watch and use during a run; folded where no variant freezes the page.
 * @param {Declaration} declaration
 */
function witnessMarkup({ throughput, variants }) {
  // The ring would take time from what is measured where throughput is.
  const ring = `<span class="dial"><i class="ring"></i></span><small>compositor animation</small>`;
  const live = `<div class="live" role="img" aria-label="This page, as another thread sees it while it runs"></div>`;
  const parts = `<span class="dial"><i class="hand"></i></span><small>main-thread animation</small>
    ${throughput ? '' : ring}
    <span class="try"><button class="count" data-do="click">Click me</button>
      <input type="text" class="typing" placeholder="type here" aria-label="Type here while it runs" autocomplete="off">
      <small class="clicks">no click yet</small></span>`;
  if (variants.some(({ freezes }) => freezes)) {
    return `<div class="witness" role="group" aria-label="Responsiveness check: use it while it runs">
      ${parts}${throughput ? '' : live}</div>`;
  }
  return `<details class="check"><summary>Can you still click?</summary><div class="witness">${parts}</div></details>`;
}

/** @param {Declaration} declaration */
function timelinesMarkup({ variants, folded }) {
  const rows = variants.map(({ name, by_hand }) => {
    const text = escapeHtml(name);
    return `<div class="variant" data-variant="${text}"${by_hand ? ' data-by-hand' : ''}>
      <div class="line"><button class="one" data-run="${text}">${text}</button><p class="result"></p></div>
      <div class="bars"></div><div class="timeline"></div></div>`;
  });
  return `<div class="timelines" role="group" aria-label="What was recorded, variant by variant"${folded ? ' data-folded' : ''}>
    <div class="above"></div><p class="legend" aria-hidden="true"></p><div class="scale"></div>${rows.join('')}</div>`;
}

/** A whole panel. @param {Declaration} declaration @param {number} level Of its heading. */
function panelMarkup(declaration, level) {
  const { title, prediction, params, variants } = declaration;
  const heading = `<h${level}>${escapeHtml(title)}</h${level}>`;
  const hint = prediction ? 'Pick an answer, then run.' : 'Run it to see what your browser does.';
  const output =
    '<div class="output" role="group" aria-label="What the variant that runs writes into the page"></div>';
  const isByHand = variants.some(({ by_hand }) => by_hand);
  return `<section class="wasm-panel" aria-label="${escapeHtml(title)}">
    <header>${heading}<p class="lead"></p></header>
    ${predictionMarkup(prediction)}
    ${controlsMarkup(params)}
    ${witnessMarkup(declaration)}
    <div class="slot"><p class="hint">${hint}</p><p class="error" role="alert"></p>
      <p class="status" role="status"></p>
      <progress class="done" value="0" aria-label="Done so far"></progress>
      <p class="answer"></p><p class="ghost" aria-hidden="true"></p></div>
    ${isByHand ? output : ''}
    ${timelinesMarkup(declaration)}
    <div class="charts"></div><div class="conclusion"></div>
    ${isByHand ? '' : output}
    <p class="tools"></p>
    <details class="measures"><summary>All figures and events</summary>
      <div class="lints"></div><div class="figures"></div><div class="events"></div>
      <p class="more"><button data-do="again">Run each variant 5×</button>
        <button data-do="save">Save the trace</button>
        <a class="restore"${params.length ? '' : ' hidden'}>Link to these settings</a></p></details>
    <div class="recorded"><slot></slot></div></section>`;
}

/**
 * The panel's style, which mdBook loads with the page.
 * @param {boolean} inert Whether nothing may be read.
 */
function panelSheet(inert) {
  const isPanels = (/** @type {CSSStyleSheet} */ { href }) =>
    href?.startsWith(panelModules.root.href) && /\/panel[^/]*\.css$/.test(href);
  const own = inert ? undefined : [...document.styleSheets].find(isPanels);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...(own?.cssRules ?? [])].map((rule) => rule.cssText).join('\n'));
  return sheet;
}
