/** Texts as lines break them: the widths of their words, and what they take in a column. */

import { sum } from 'd3-array';
import { textWidth } from '../../../exhibits/charts/drawing/text-width.js';
import { itemAt } from '../../../lists/at.js';

/** What a line never parts: words, with what a no-break space ties to them. */
const unparted = (text: string): string[] => text.split(/[ \t\n]+|(?<=[-/–—])/u);

/** A text to be broken into lines: the widths of what it never parts, with the space that follows each, and what its bullet takes, in points. */
export interface Measured {
  words: readonly { width: number; space: number }[];
  indent: number;
  /** Room in which it holds on one line, in points. */
  single: number;
}

export function measured(text: string, size: number, bold: boolean, indent = 0): Measured {
  const space = textWidth(' ', size);
  const words: { width: number; space: number }[] = [];
  for (const word of text.split(/[ \t]+/)) {
    const parts = unparted(word);
    for (let i = 0; i < parts.length; i++)
      words.push({ width: textWidth(itemAt(parts, i), size, bold), space: i === parts.length - 1 ? space : 0 });
  }
  return { words, indent, single: singleRoom(words, indent) };
}

/** The first word is set whatever the room. */
function singleRoom(words: Measured['words'], indent: number): number {
  let [at, most] = [indent, 0];
  for (const { width, space } of words) {
    if (at > indent) most = Math.max(most, at + width);
    at += width + space;
  }
  return most;
}

export const wholeWidth = ({ words, indent }: Measured): number =>
  indent + sum(words.map(({ width, space }, i) => width + (i < words.length - 1 ? space : 0)));

export const longestWord = ({ words, indent }: Measured): number =>
  indent + words.reduce((longest, { width }) => Math.max(longest, width), 0);

/** Lines that a text takes in so many points. */
export function linesIn({ words, indent, single }: Measured, room: number): number {
  if (single <= room) return 1;
  let [lines, at] = [1, indent];
  for (const { width, space } of words) {
    if (at + width > room && at > indent) {
      lines += 1;
      at = indent;
    }
    at += width + space;
  }
  return lines;
}
