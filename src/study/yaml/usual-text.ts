/** Texts as they are read, whatever wrote the file: an accent apart from its letter (macOS) is one letter, spaces left at the end of a line are one. */

/** What may be in a file whose texts are to be changed. */
const UNUSUAL = /[\u0300-\u036f]|[ \t]\r?\n/;

/** Several spaces between two words, which are `before` and `after`. */
const SPACES = /(?<!\S)(?<before>\S+)[ \t]{2,}(?=(?<after>\S+))/g;

/** What is written in `file` on one line was typed so; spaces that come of the end of a line are one. */
const usual = (text: string, file: string): string =>
  text
    .normalize('NFC')
    .replace(SPACES, (found, before: string, after: string) => (file.includes(found + after) ? found : `${before} `))
    .replace(/(?<=\S)[ \t]+$/, '');

function changed(value: unknown, file: string): unknown {
  if (typeof value === 'string') return usual(value, file);
  if (Array.isArray(value)) return value.map((one) => changed(one, file));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, changed(held, file)]));
}

/** `value`, which `text` holds, with its texts as they are read. */
export const usualTexts = (text: string, value: unknown): unknown =>
  UNUSUAL.test(text) ? changed(value, text.normalize('NFC')) : value;
