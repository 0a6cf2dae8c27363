/** A file of so many megabytes. */
export const file = (megabytes) => new Blob(Array(megabytes).fill(new Uint8Array(1 << 20)));

/** Reads a file, and says how many bytes it had: a promise. */
export const read = async (file) => (await file.arrayBuffer()).byteLength;

/** The same in a call that returns when all is there. Only workers have it. */
export const readSync = (file) => new FileReaderSync().readAsArrayBuffer(file).byteLength;
