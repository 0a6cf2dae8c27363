// A program in a link, in this browser, and in a file.

const KEY = 'await-and-see.lab';
/** The longest program that a link holds, in characters. */
const LONGEST = 20_000;

/** @param {Uint8Array} bytes @param {TransformStream} through */
async function piped(bytes, through) {
  const stream = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What the address has after `#` for a program. @param {string} source */
export async function toFragment(source) {
  if (source.length > LONGEST)
    throw new Error('The program is too long for a link: save it as a file.');
  const bytes = await piped(new TextEncoder().encode(source), new CompressionStream('deflate-raw'));
  const text = btoa(String.fromCharCode(...bytes));
  return `code=${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/**
 * The program that the address brings, if it brings one.
 * @param {string} fragment
 * @returns {Promise<string | null>}
 */
export async function ofFragment(fragment) {
  const found = /(?:^#|&)code=([\w-]+)/.exec(fragment);
  if (!found) return null;
  try {
    const text = atob(found[1].replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const source = await piped(bytes, new DecompressionStream('deflate-raw'));
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    throw new Error('The program in this link is damaged: ask for the link again.');
  }
}

/** The programs that are kept in this browser, by their names. @returns {Record<string, string>} */
export function kept() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const isText = (/** @type {unknown} */ it) => typeof it === 'string';
    return kept && Object.values(kept).every(isText) ? kept : {};
  } catch {
    return {};
  }
}

/**
 * Keeps a program under a name, or forgets it; whether the browser keeps anything.
 * @param {string} name
 * @param {string | null} source
 */
export function keep(name, source) {
  try {
    const { [name]: _, ...others } = kept();
    localStorage.setItem(
      KEY,
      JSON.stringify(source === null ? others : { ...others, [name]: source }),
    );
    return true;
  } catch {
    return false;
  }
}

/** Hands a program out as a file. @param {string} name @param {string} source */
export function download(name, source) {
  const file = `${name.replaceAll(/[^\w-]+/g, '-') || 'program'}.js`;
  keptResults.handOut(source, file, 'text/javascript');
}
