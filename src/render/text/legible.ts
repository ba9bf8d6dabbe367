/** Texts as any format may hold them. Every renderer passes what it draws through `mapTexts`, once, so that no other place has to think of it. */

/** A word processor's soft return, form feed, and the line and paragraph separators of Unicode: all break a line. */
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Characters that XML forbids (lone surrogates, non-characters), and those that nobody sees: that turn the direction of a line, or that cut a word, which the
 * pages do by themselves and which a search does not pass.
 */
const UNSEEN = /[\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff]/gu;

const CONTROL = /\p{Cc}/gu;

/** Letters of Latin languages and their punctuation, composed: what nearly every text is made of, and has nothing to change. */
const USUAL = /^[\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u02af\u2010-\u2027\u202f\u20ac\u2190-\u2193\u2212]*$/;

/** The text with its soft returns as line breaks, its accents composed (so that a search finds them), and nothing that a file cannot hold. */
export const legible = (text: string): string =>
  USUAL.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(BREAKS, '\n')
        .replace(CONTROL, (control) => (control === '\n' || control === '\t' ? control : ''))
        .replace(UNSEEN, '');

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

/**
 * The same value with each of its texts changed, however deep; `key` is the name of the property that holds the text. Bytes and functions are left as they
 * are, and so is what holds no text that changes: it is not to be changed afterwards.
 */
export function mapTexts<T>(value: T, change: (text: string, key: string) => string): T {
  const visit = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return change(one, key);
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) {
      let made: unknown[] | undefined;
      for (let i = 0; i < one.length; i++) {
        const before: unknown = one[i];
        const after = visit(before, key);
        if (after !== before) made ??= one.slice();
        if (made) made[i] = after;
      }
      return made ?? one;
    }
    if (one instanceof Map) return new Map([...one].map(([name, item]) => [name, visit(item, String(name))]));
    if (!isPlain(one)) return one;
    const given = one as Record<string, unknown>;
    let made: Record<string, unknown> | undefined;
    for (const name of Object.keys(given)) {
      const after = visit(given[name], name);
      if (after === given[name]) continue;
      made ??= { ...given };
      made[name] = after;
    }
    return made ?? one;
  };
  return visit(value, '') as T;
}

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
