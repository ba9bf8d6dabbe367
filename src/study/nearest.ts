import { distance } from 'fastest-levenshtein';

/** A word without case, accents nor separators, so that a label typed in place of an id finds it. */
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** The candidate nearest to what was typed; undefined when all are far. */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  const word = plain(typed);
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = plain(candidate);
    if (Math.abs(other.length - word.length) >= least) continue;
    const gap = distance(word, other);
    if (gap < least && gap < Math.max(word.length, other.length)) {
      best = candidate;
      least = gap;
    }
  }
  return best;
}

/** « Vouliez-vous dire « x » ? », or nothing. */
export function didYouMean(typed: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(typed, candidates);
  return found === undefined ? undefined : `Vouliez-vous dire « ${found} » ?`;
}
