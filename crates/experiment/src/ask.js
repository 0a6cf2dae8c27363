// The page's side of a worker. In JavaScript, because there it is two lines, and in a module half a kilobyte.

/** Starts a worker whose script is a module. */
export const start = (script) => new Worker(script, { type: "module" });

/** Asks a worker, for the nth time, to call a function of a module that it sets up by that glue. */
export const ask = (worker, nth, glue, module, name, args) => worker.postMessage({ nth, glue, module, name, arguments: args });
