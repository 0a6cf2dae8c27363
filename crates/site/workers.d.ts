// What the scripts of workers find around them.

/** A call that a page asks its worker for. */
interface Job {
  nth: number;
  glue: string;
  module: WebAssembly.Module;
  /** Absent where the module is only to be set up. */
  name?: string;
  arguments: unknown[];
}

/** By how much the page's clock is ahead of the worker's, in milliseconds. */
declare var pageIsAhead: number | undefined;
