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
    ({ text }) =>
      `<label><input type="radio" name="answer"><span>${escapeHtml(text)}</span></label>`,
  );
  const question = escapeHtml(prediction.question);
  return `<fieldset class="predict"><legend>${question}</legend><div>${answers.join('')}</div></fieldset>`;
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
    <button class="stop" data-do="stop">Stop</button>
    <button class="reset" data-do="reset">Reset</button>
    ${inputs.join('')}</div>`;
}

/**
 * What the reader can watch and use during a run.
 * @param {boolean} [throughput] Whether the ring would take time from what is measured.
 */
function witnessMarkup(throughput) {
  const ring =
    '<span class="dial"><i class="ring"></i></span><small>drawn by another thread</small>';
  return `<div class="witness" role="group" aria-label="Witnesses: use them while it runs">
    <span class="dial"><i class="hand"></i></span><small>drawn by this page</small>
    ${throughput ? '' : ring}
    <input type="text" class="typing" placeholder="type here" aria-label="Type here while it runs" autocomplete="off">
    <button class="count" data-do="click">Click me</button><small class="clicks">no click yet</small></div>`;
}

/** @param {Declaration['variants']} variants */
function timelinesMarkup(variants) {
  const rows = variants.map(({ name, by_hand }) => {
    const text = escapeHtml(name);
    return `<tr data-variant="${text}"${by_hand ? ' data-by-hand' : ''}>
      <th scope="row"><button class="one" data-run="${text}">${text}</button></th>
      <td class="timeline"></td><td></td><td></td><td></td></tr>`;
  });
  const columns = ['total', 'longest stall', 'frames'].map(
    (name) => `<th scope="col">${name}</th>`,
  );
  return `<table class="timelines"><caption class="unseen">What was recorded, way by way</caption>
    <thead><tr><th scope="col"><span class="unseen">way</span></th>
      <th scope="col"><span class="unseen">timeline</span><div class="scale"></div></th>
      ${columns.join('')}</tr></thead>
    <tbody>${rows.join('')}</tbody></table>`;
}

/** A whole panel. @param {Declaration} declaration @param {number} level Of its heading. */
function panelMarkup({ title, prediction, params, variants, throughput }, level) {
  const heading = `<h${level}>${escapeHtml(title)}</h${level}>`;
  return `<section class="wasm-panel" aria-label="${escapeHtml(title)}">
    <header>${heading}<p class="lead"></p></header>
    ${predictionMarkup(prediction)}
    ${controlsMarkup(params)}
    ${witnessMarkup(throughput)}
    <p class="error" role="alert"></p><p class="status" role="status"></p>
    <progress class="done" value="0" aria-label="Done so far"></progress>
    ${timelinesMarkup(variants)}
    <div class="output" role="group" aria-label="What the way that runs writes into the page"></div>
    <p class="tools"></p><p class="legend" aria-hidden="true"></p><div class="conclusion"></div>
    <details class="measures"><summary>All figures and events</summary>
      <div class="figures"></div><div class="events"></div>
      <button data-do="again">Five runs of each way</button>
      <button data-do="save">Save the trace</button></details>
    <div class="recorded"><slot></slot></div>
    <a class="restore"${params.length ? '' : ' hidden'}>Link to these settings</a></section>`;
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
