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

/** A shared word that nobody writes to; a thread can sleep on it. */
const word = () => new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);

const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Of each: its name, whether it can be waited for by blocking, and whether it can be had later. */
const FACILITIES = [
  ["a request", (url) => works(() => { const it = new XMLHttpRequest(); it.open("HEAD", url, false); it.send(); }), () => has("fetch")],
  ["a file of the reader's", () => works(() => new FileReaderSync().readAsText(new Blob(["a"]))), () => has("FileReader")],
  ["a file of the site's own", () => has("createSyncAccessHandle", globalThis.FileSystemFileHandle?.prototype), () => has("getDirectory", navigator.storage)],
  ["a small value", () => works(() => localStorage.getItem("a")), () => has("cookieStore") || has("indexedDB")],
  ["a database", () => has("indexedDBSync"), () => has("indexedDB")],
  ["a sleep", () => works(() => Atomics.wait(word(), 0, 0, 1)), () => has("setTimeout")],
  ["a lock", () => works(() => Atomics.wait(word(), 0, 0, 1)), () => has("locks", navigator)],
  ["a question to the reader", () => has("confirm"), () => has("HTMLDialogElement")],
  ["more code", () => works(() => importScripts()), () => works(() => import(import.meta.url))],
  ["a compiled module", () => works(() => new WebAssembly.Module(EMPTY_MODULE)), () => has("compile", WebAssembly)],
  ["a checksum", () => has("digestSync", globalThis.crypto?.subtle), () => has("digest", globalThis.crypto?.subtle)],
  ["a compressed stream", () => has("CompressionStreamSync"), () => has("CompressionStream")],
];

/** Tries them where it is called, and gives two lists of names: what can block here, and what can be had later. */
export function probe(url) {
  const names = (column) => FACILITIES.filter((it) => it[column](url)).map(([name]) => name);
  return [names(1), names(2)];
}
