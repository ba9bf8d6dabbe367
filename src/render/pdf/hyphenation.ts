import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

type Hyphenate = (text: string, options: { minWordLength: number }) => string;
let hyphenate: Hyphenate | undefined;

/** Words shorter than this are never cut. */
const MIN_WORD = 7;

/** The text with soft hyphens where French words may be cut; addresses and acronyms are left whole. */
export function withSoftHyphens(text: string): string {
  if (text.length < MIN_WORD) return text;
  hyphenate ??= (require('hyphen/fr') as { hyphenateSync: Hyphenate }).hyphenateSync;
  const cut = hyphenate;
  return text
    .split(/(\s+)/)
    .map((word) =>
      word.length < MIN_WORD || /[/@\d]|www\.|\p{Lu}{3}/u.test(word) ? word : cut(word, { minWordLength: MIN_WORD }),
    )
    .join('');
}
