const has = (name, of = globalThis) => of !== undefined && name in of;

/** Whether something can be done here: it is tried. */
const works = (act) => {
  try {
    act();
    return true;
  } catch {
    return false;
  }
};

/** A shared word that nothing writes to; a thread can sleep on it. */
const word = () =>
  new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);

const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** What no browser offers. */
const nobody = () => false;

/**
 * Of each: its name, whether it can be waited for by blocking, and whether it can be had later.
 * What has an effect is looked for; the rest is tried.
 */
const FACILITIES = [
  [
    'a request',
    (url) =>
      works(() => {
        const it = new XMLHttpRequest();
        it.open('HEAD', url, false);
        it.send();
      }),
    () => has('fetch'),
  ],
  [
    "a file of the reader's",
    () => works(() => new FileReaderSync().readAsText(new Blob(['a']))),
    () => has('FileReader'),
  ],
  [
    "a file of the site's own",
    () => has('createSyncAccessHandle', globalThis.FileSystemFileHandle?.prototype),
    () => has('getDirectory', navigator.storage),
  ],
  ['a small value', () => works(() => localStorage.getItem('a')), () => has('indexedDB')],
  ['a database', nobody, () => has('indexedDB')],
  ['a sleep', () => works(() => Atomics.wait(word(), 0, 0, 1)), () => has('setTimeout')],
  // What is waited for is another word, and the call is the same.
  ['a lock', () => works(() => Atomics.wait(word(), 0, 0, 1)), () => has('locks', navigator)],
  ['a question to the reader', () => has('confirm'), () => has('HTMLDialogElement')],
  // Workers of the older kind have importScripts; this book's are modules, in which it throws.
  ['more code', () => works(() => importScripts()), () => true],
  [
    'a compiled module',
    () => works(() => new WebAssembly.Module(EMPTY_MODULE)),
    () => has('compile', WebAssembly),
  ],
  ['a checksum', nobody, () => has('digest', globalThis.crypto?.subtle)],
  ['a compressed stream', nobody, () => has('CompressionStream')],
];

/**
 * Tries them where it is called, and gives two lists of names: what can block here, and what can be
 * had later.
 */
export function probe(url) {
  const names = (column) => FACILITIES.filter((it) => it[column](url)).map(([name]) => name);
  return [names(1), names(2)];
}
