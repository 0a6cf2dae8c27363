/** Asks for the head of a file of this site, a request as small as one can be. */
export const head = (url) => fetch(url, { method: 'HEAD' });
