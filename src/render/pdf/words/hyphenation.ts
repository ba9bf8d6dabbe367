import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

type Hyphenate = (text: string, options: { minWordLength: number }) => string;
let hyphenate: Hyphenate | undefined;

/** Words shorter than this are never cut; longer than this, they are no French. */
const MIN_WORD = 7;
const MAX_WORD = 60;

/** Words already cut: a study repeats its own. */
const known = new Map<string, string>();

function cutWord(word: string): string {
  if (word.length < MIN_WORD || word.length > MAX_WORD || /[/@\d]|www\.|\p{Lu}{3}/u.test(word)) return word;
  hyphenate ??= (require('hyphen/fr') as { hyphenateSync: Hyphenate }).hyphenateSync;
  const cut = known.get(word) ?? hyphenate(word, { minWordLength: MIN_WORD });
  known.set(word, cut);
  return cut;
}

/** The text with soft hyphens where French words may be cut; addresses and acronyms are left whole. */
export const withSoftHyphens = (text: string): string =>
  text.length < MIN_WORD ? text : text.split(/(\s+)/).map(cutWord).join('');
