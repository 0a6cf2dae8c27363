// What a job would take in each way, worked out from a report of the panel `chooser`.

/** From the simplest on. */
const WAYS = ['in turn', 'together', 'two workers'];
/**
 * What a job does: how much of its time it waits, and where its figures stand, for one and for
 * several.
 * @type {Record<string, { waits: number, one: string, several: string }>}
 */
export const DOES = {
  computes: { waits: 0, one: 'computing_one', several: 'computing' },
  'does both, half and half': { waits: 0.5, one: 'half_one', several: 'half' },
  waits: { waits: 1, one: 'waiting_one', several: 'waiting' },
};
/** How many the panel has run at the same time. */
export const SEVERAL = 8;
/** For how long a page may be held once, and again and again, in milliseconds. */
const LONG = 50;
const FRAME = 1000 / 60;
/** What is this much slower is about as fast. */
const ABOUT = 1.15;

/** @typedef {{ onPage: boolean, does: string, count: number, chained: boolean, ms: number }} Job */
/** @typedef {{ way: string, total: number, hold: number, out: boolean }} Way */

/**
 * What a job would take in each way, and which way is the best.
 * @param {Report} report
 * @param {Job} job
 * @returns {{ ways: Way[], best: Way, rivals: Way[] }}
 */
export function choose(report, job) {
  const ways = WAYS.map((way) => estimate(report, job, way));
  const left = ways.filter(({ out }) => !out);
  const fastest = Math.min(...left.map(({ total }) => total));
  const rivals = left.filter(({ total }) => total <= ABOUT * fastest);
  return { ways, best: rivals[0], rivals };
}

/** @param {Report} report @param {Job} job @param {string} way @returns {Way} */
function estimate(report, { onPage, does, count, chained, ms }, way) {
  const { waits, one, several } = DOES[does];
  const { each } = report.params;
  // The start of a worker does not grow with the job.
  const fixed = way === 'two workers' ? Math.max(0, median(report, way, one) - each) : 0;
  const alone = median(report, way, one) - fixed;
  const together = Math.max(alone, median(report, way, several) - fixed);
  const grows = count === 1 ? alone : chained ? count * alone : together;
  const total = fixed + (grows * ms) / each;
  const computes = (1 - waits) * ms;
  const asynchronous = chained ? computes : count * computes;
  const hold = way === 'two workers' ? 0 : way === 'in turn' ? total : asynchronous;
  const again = way === 'together' && chained && count > 1;
  return { way, total, hold, out: onPage && hold > (again ? FRAME : LONG) };
}

/** @param {Report} report @param {string} way @param {string} measure */
function median(report, way, measure) {
  const variant = report.variants.find(({ name }) => name === way);
  return variant?.measures.find(({ name }) => name === measure)?.median ?? 0;
}
