/** Texts as they are read, whatever wrote the file: an accent apart from its letter (macOS) is one letter, spaces left at the end of a line are one. */

/** What may be in a file whose texts are to be changed. */
const UNUSUAL = /[\u0300-\u036f]|[ \t]\r?\n/;

const usual = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(?<=\S)[ \t]{2,}(?=\S)/g, ' ')
    .replace(/(?<=\S)[ \t]+$/, '');

function changed(value: unknown): unknown {
  if (typeof value === 'string') return usual(value);
  if (Array.isArray(value)) return value.map(changed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, changed(held)]));
}

/** `value`, which `text` holds, with its texts as they are read. */
export const usualTexts = (text: string, value: unknown): unknown => (UNUSUAL.test(text) ? changed(value) : value);
