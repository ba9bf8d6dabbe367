/** A text cut to a length. */

/** Cuts at a word's end, never in the middle of a character; a text that is short enough is left as it is. */
export function couper(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2)).replace(/[\ud800-\udbff]$|[\s,;:.]+$/, '')}…`;
}
