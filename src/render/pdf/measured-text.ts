/** Texts as lines break them: the widths of their words, and what they take in a column. */
import { textWidth } from '../../exhibits/charts/text-width.js';

/** What a line never parts: words, with what a no-break space ties to them. */
const unparted = (text: string): string[] => text.split(/[ \t\n]+|(?<=[-/–—])/u);

/** A text to be broken into lines: the widths of what it never parts, with the space that follows each, and what its bullet takes, in points. */
export interface Measured {
  words: { width: number; space: number }[];
  indent: number;
}

export function measured(text: string, size: number, bold: boolean, indent = 0): Measured {
  const space = textWidth(' ', size);
  const words = text.split(/[ \t]+/).flatMap((word) =>
    unparted(word).map((part, i, parts) => ({
      width: textWidth(part, size, bold),
      space: i === parts.length - 1 ? space : 0,
    })),
  );
  return { words, indent };
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const wholeWidth = ({ words, indent }: Measured): number =>
  indent + sum(words.map(({ width, space }, i) => width + (i < words.length - 1 ? space : 0)));

export const longestWord = ({ words, indent }: Measured): number =>
  indent + words.reduce((longest, { width }) => Math.max(longest, width), 0);

/** Lines that a text takes in so many points. */
export function linesIn({ words, indent }: Measured, room: number): number {
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
