// What a job would take in each variant, calculated from a report of the panel `chooser`.

/** From the simplest on. */
const VARIANTS = ['sequential', 'concurrent', 'two workers'];
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
/** For how long a page may be stalled once, and again and again, in milliseconds. */
const LONG = 50;
const FRAME = 1000 / 60;
/** What is this much slower is about as fast. */
const ABOUT = 1.15;

/** @typedef {{ onPage: boolean, does: string, count: number, chained: boolean, ms: number }} Job */
/** @typedef {{ variant: string, total: number, stall: number, out: boolean }} Estimate */

/**
 * What a job would take in each variant, and which variant is the best.
 * @param {Report} report
 * @param {Job} job
 * @returns {{ variants: Estimate[], best: Estimate, rivals: Estimate[] }}
 */
export function choose(report, job) {
  const variants = VARIANTS.map((variant) => estimate(report, job, variant));
  const left = variants.filter(({ out }) => !out);
  const fastest = Math.min(...left.map(({ total }) => total));
  const rivals = left.filter(({ total }) => total <= ABOUT * fastest);
  return { variants, best: rivals[0], rivals };
}

/** @param {Report} report @param {Job} job @param {string} variant @returns {Estimate} */
function estimate(report, { onPage, does, count, chained, ms }, variant) {
  const { waits, one, several } = DOES[does];
  const { each } = report.params;
  // The start of a worker does not grow with the job.
  const fixed = variant === 'two workers' ? Math.max(0, median(report, variant, one) - each) : 0;
  const alone = median(report, variant, one) - fixed;
  const together = Math.max(alone, median(report, variant, several) - fixed);
  const grows = count === 1 ? alone : chained ? count * alone : together;
  const total = fixed + (grows * ms) / each;
  const computes = (1 - waits) * ms;
  const asynchronous = chained ? computes : count * computes;
  const stall = variant === 'two workers' ? 0 : variant === 'sequential' ? total : asynchronous;
  const again = variant === 'concurrent' && chained && count > 1;
  return { variant, total, stall, out: onPage && stall > (again ? FRAME : LONG) };
}

/** @param {Report} report @param {string} variant @param {string} measure */
function median(report, variant, measure) {
  const own = report.variants.find(({ name }) => name === variant);
  return own?.measures.find(({ name }) => name === measure)?.median ?? 0;
}
