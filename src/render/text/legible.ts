/** Texts as any format may hold them. Every renderer passes what it draws through `mapTexts`, once, so that no other place has to think of it. */

/** A word processor's soft return, form feed, and the line and paragraph separators of Unicode: all break a line. */
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Characters that XML forbids (lone surrogates, non-characters), and those that nobody sees and that turn the direction of a line. */
const UNSEEN = /[\p{Cs}\p{Noncharacter_Code_Point}\u200b\u202a-\u202e\u2060-\u2069\ufeff]/gu;

const CONTROL = /\p{Cc}/gu;

/** The text with its soft returns as line breaks, its accents composed (so that a search finds them), and nothing that a file cannot hold. */
export const legible = (text: string): string =>
  text
    .normalize('NFC')
    .replace(BREAKS, '\n')
    .replace(CONTROL, (control) => (control === '\n' || control === '\t' ? control : ''))
    .replace(UNSEEN, '');

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

/** The same value with each of its texts changed, however deep; `key` is the name of the property that holds the text. Bytes and functions are left as they are. */
export function mapTexts<T>(value: T, change: (text: string, key: string) => string): T {
  const visit = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return change(one, key);
    if (Array.isArray(one)) return one.map((item) => visit(item, key));
    if (one instanceof Map) return new Map([...one].map(([name, item]) => [name, visit(item, String(name))]));
    if (typeof one === 'object' && one !== null && isPlain(one))
      return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, visit(item, name)]));
    return one;
  };
  return visit(value, '') as T;
}

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
