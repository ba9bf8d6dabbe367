/** The texts of the plain part of YAML: in quotes, without them, in a block. */

import type { Shape } from '../shape.js';
import { fold, foldQuoted, withoutEnd } from './folding.js';
import { plainScalar, readsAsText, THOUSANDS } from './scalars.js';
import {
  type Cursor,
  endOfLine,
  isHash,
  isNewline,
  isSpace,
  match,
  nextContent,
  refuse,
} from './simple-yaml-cursor.js';
import * as signs from './simple-yaml-signs.js';

export function scalar(c: Cursor, source: string, shape: Shape | undefined): unknown {
  const value = plainScalar(source);
  if (value === undefined || (typeof value === 'number' && THOUSANDS.test(source))) return refuse(c);
  return readsAsText(shape, value) ? source : value;
}

/** The text between quotes; its next lines stand further in than `parent`. */
export function quoted(c: Cursor, parent: number): string | undefined {
  const [double, doubled] = match(c, signs.DOUBLE) ?? [];
  const [found, inside] = double === undefined ? (match(c, signs.SINGLE) ?? []) : [double, doubled];
  if (found === undefined || inside === undefined) return refuse(c);
  c.at += found.length;
  if (double?.includes('\\')) return double.includes('\n') ? refuse(c) : (JSON.parse(double) as string);
  const source = double === undefined ? inside.replaceAll("''", "'") : inside;
  return source.includes('\n') ? (foldQuoted(source, parent) ?? refuse(c)) : source;
}

/** A text without quotes, and its next lines as long as they stand further in than `parent`. */
export function plain(c: Cursor, parent: number, shape: Shape | undefined): unknown {
  if (!match(c, signs.PLAIN_START)) return refuse(c);
  const { text } = c;
  const lines: string[] = [];
  const begins = c.at;
  let end = endOfLine(c, begins);
  let from = begins;
  for (;;) {
    const whole = text.slice(from, end);
    const comment = whole.indexOf(' #');
    // One space before « # »: the reader is told that his text is cut there.
    if (comment >= 0 && (lines.length > 0 || whole[comment - 1] !== ' ')) return refuse(c);
    const line = withoutEnd(comment < 0 ? whole : whole.slice(0, comment));
    if (line.includes(': ') || line.endsWith(':')) return refuse(c);
    lines.push(line);
    c.at = Math.min(text.length, end + 1);
    if (comment >= 0) break;
    let blank = 0;
    let start = c.at;
    from = start;
    while (isSpace(c, from)) from += 1;
    while (isNewline(c, from)) {
      blank += 1;
      start = from + 1;
      from = start;
      while (isSpace(c, from)) from += 1;
    }
    if (from >= text.length || from - start <= parent || isHash(c, from)) break;
    for (let i = 0; i < blank; i += 1) lines.push('');
    end = endOfLine(c, from);
  }
  c.trace.leaf(begins, begins + (lines[0] ?? '').length);
  nextContent(c);
  return scalar(c, fold(lines), shape);
}

/** A text in a block, `|` or `>`, further in than `parent`. */
export function blockText(c: Cursor, parent: number): string | undefined {
  const [header, mode, chomp] = match(c, signs.BLOCK_HEADER) ?? [];
  if (header === undefined) return refuse(c);
  const { text } = c;
  c.trace.leaf(c.at, c.at + header.length);
  c.at += header.length;
  const lines: string[] = [];
  let margin = -1;
  while (c.at < text.length) {
    const end = endOfLine(c, c.at);
    let from = c.at;
    while (isSpace(c, from)) from += 1;
    const column = from - c.at;
    if (from >= end) {
      if (column > Math.max(0, margin) || margin < 0) return refuse(c);
      lines.push('');
    } else {
      if (column <= parent) break;
      if (margin < 0) margin = column;
      if (column < margin || (mode === '>' && column > margin)) return refuse(c);
      lines.push(text.slice(c.at + margin, end));
    }
    c.at = Math.min(text.length, end + 1);
  }
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) return refuse(c);
  nextContent(c);
  return (mode === '>' ? fold(lines) : lines.join('\n')) + (chomp === '-' ? '' : '\n');
}
