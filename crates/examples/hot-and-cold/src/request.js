let count = 0;

/** How many requests were sent since this was last asked. */
export const sent = () => {
  const before = count;
  count = 0;
  return before;
};

/** Sends a request, and counts it. */
export async function request_js(site) {
  const reply = fetch(site, { method: 'HEAD' });
  count += 1; // it is under way
  return (await reply).status;
}

/** The same, after so many milliseconds of work before its first await. */
export async function request_js_after_work(site, ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
  return await request_js(site);
}
