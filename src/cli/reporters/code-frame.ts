import type { Plage } from '../../study/diagnostic.js';
import { masquer } from '../../study/masque.js';
import type { Paint } from '../terminal/colour.js';

/** Longest excerpt of a line; a longer line is cut around the fault. */
const WIDTH = 100;

interface Lu {
  text: string;
  lines: readonly string[];
  /** Lines as they are shown, once they were asked for. */
  montrees: Map<string, string>;
}

/** The last file that was read: its faults come one after the other, perhaps as many as its lines, or all on one. */
let lu: Lu = { text: '', lines: [''], montrees: new Map() };

function luDe(text: string): Lu {
  if (lu.text !== text) lu = { text, lines: text.split(/\r?\n/), montrees: new Map() };
  return lu;
}

const montree = ({ montrees }: Lu, line: string): string => {
  const found = montrees.get(line) ?? masquer(line).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');
  montrees.set(line, found);
  return found;
};

/** The line of the fault and the one above it, with the fault underlined; no address of a person can be read in them. Empty when the file has no such line. */
export function codeFrame(text: string | undefined, plage: Plage, paint: Paint): string {
  if (text === undefined) return '';
  const read = luDe(text);
  const { lines } = read;
  const faulty = lines[plage.ligne - 1];
  if (faulty === undefined || faulty.trim() === '') return '';
  const from = Math.max(0, plage.colonne - Math.round(WIDTH * 0.7));
  const start = faulty.length > WIDTH ? from : 0;
  const gutter = String(plage.ligne).length;
  const excerpt = (line: string): string => {
    const cut = montree(read, line).slice(start, start + WIDTH);
    return `${start > 0 && line.length > start ? '…' : ''}${cut}${line.length > start + WIDTH ? '…' : ''}`;
  };
  const numbered = (number: number, line: string): string =>
    `  ${paint.faint(`${String(number).padStart(gutter)} │`)} ${excerpt(line)}`.trimEnd();
  const column = plage.colonne - 1 - start + (start > 0 ? 1 : 0);
  const length = Math.max(1, Math.min(plage.longueur, faulty.length - plage.colonne + 1, WIDTH - column));
  const before = lines[plage.ligne - 2];
  return [
    ...(before === undefined || before.trim() === '' ? [] : [numbered(plage.ligne - 1, before)]),
    numbered(plage.ligne, faulty),
    `  ${paint.faint(`${' '.repeat(gutter)} │`)} ${' '.repeat(column)}${paint.error('‾'.repeat(length))}`,
  ].join('\n');
}
