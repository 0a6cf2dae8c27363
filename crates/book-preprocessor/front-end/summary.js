// A summary of findings that fits a link: a letter for each claim, in the order of the board.

import { FINDINGS, found, WORDS } from './findings.js';
import { make } from './parts.js';

/** A finding in a link, and none. */
const LETTERS = 'hcmfu';
const NONE = '-';
const PATTERN = /^#summary=([hcmfu-]+)$/;

/** @typedef {{ claim: string, tile: HTMLElement, row: HTMLElement }} Claim */

/** @param {number} count */
const some = (count) => `${count} ${count === 1 ? 'claim' : 'claims'}`;

/**
 * The link's end for these findings.
 * @param {(Finding | undefined)[]} findings One for each claim.
 */
export const summaryHash = (findings) =>
  `#summary=${findings.map((it) => (it ? LETTERS[FINDINGS.indexOf(it.finding)] : NONE)).join('')}`;

/**
 * The summary that a link carries, beside the reader's own findings; nothing without one.
 * @param {string} hash
 * @param {Claim[]} claims
 */
export function summarySent(hash, claims) {
  if (!hash.startsWith('#summary')) return null;
  const sent = make('section', '', { className: 'sent' });
  sent.setAttribute('aria-label', 'A summary that came with the link');
  const letters = PATTERN.exec(hash)?.[1] ?? '';
  if (letters.length !== claims.length) {
    sent.append(make('p', 'The link contains a summary that this board can’t read.'));
    return sent;
  }
  const theirs = [...letters].map((letter) => FINDINGS[LETTERS.indexOf(letter)]);
  const tiles = make('div', '', { className: 'mosaic' });
  tiles.append(...claims.map(({ claim }, nth) => summaryTile(claim, theirs[nth])));
  const told = some(theirs.filter(Boolean).length);
  const lead = `A summary that came with the link. It lists the findings on ${told}, from another machine or another time.`;
  sent.append(make('p', `${lead} ${compared(claims, theirs)}`), tiles);
  return sent;
}

/** @param {string} claim @param {FindingName | undefined} finding */
function summaryTile(claim, finding) {
  const title = `${claim}: ${finding ? WORDS[finding] : 'not run'}`;
  const tile = make('span', claim.slice(1), { title });
  if (finding) tile.dataset.found = finding;
  return tile;
}

/**
 * How the summary compares with what the reader found, in a sentence.
 * @param {Claim[]} claims
 * @param {(FindingName | undefined)[]} theirs
 */
function compared(claims, theirs) {
  const results = keptResults.read();
  const own = claims.map(({ row }) => found(results, row)?.finding);
  const both = claims.filter((_, nth) => own[nth] && theirs[nth]);
  const differ = claims.filter((_, nth) => own[nth] && theirs[nth] && own[nth] !== theirs[nth]);
  if (both.length === 0) return 'You have run none of them yourself.';
  if (differ.length === 0) return `You found the same about ${some(both.length)}.`;
  const names = differ.map(({ claim }) => claim).join(', ');
  return `You have run ${some(both.length)} of these too, and found something else about ${names}.`;
}
