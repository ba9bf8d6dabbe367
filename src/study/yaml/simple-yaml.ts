/**
 * The values of a text written in the plain part of YAML, which is all that most studies need: maps and lists in blocks, texts on one or several lines, quotes,
 * brackets, comments. It answers what the library answers, thirty times sooner, or nothing: whatever is beyond (anchors, tags, several documents,
 * tabulations), in doubt or at fault is the library's to read and to tell.
 */

import type { Shape } from '../shape.js';
import { type Trace, UNTRACED } from './ranges.js';
import { admittedKey } from './scalars.js';
import {
  type Cursor,
  cursorOf,
  deepen,
  finishLine,
  isDash,
  isHash,
  isNewline,
  match,
  nextContent,
  refuse,
  skipSpaces,
  toNextLine,
} from './simple-yaml-cursor.js';
import { flow } from './simple-yaml-flow.js';
import { blockText, plain } from './simple-yaml-scalars.js';
import * as signs from './simple-yaml-signs.js';

type Read = { value: unknown } | null;

const isKey = (c: Cursor): boolean => (match(c, signs.KEY) ?? match(c, signs.QUOTED_KEY)) !== null;

/** A value that begins at the cursor, after the key or the dash of what stands at column `parent`. */
function inline(c: Cursor, parent: number, shape: Shape | undefined): unknown {
  const first = c.text[c.at];
  if (first === '|' || first === '>') return blockText(c, parent);
  if (first !== '"' && first !== "'" && first !== '[' && first !== '{') return plain(c, parent, shape);
  const value = flow(c, shape, parent);
  if (!c.beyond) finishLine(c);
  return value;
}

function map(c: Cursor, column: number, shape: Shape | undefined): unknown {
  const fields = new Map<string, unknown>();
  c.trace.enter(c.at);
  do {
    const [found, plainKey, ...quotedKey] = match(c, signs.KEY) ?? match(c, signs.QUOTED_KEY) ?? [];
    const key = plainKey ?? quotedKey[0];
    if (found === undefined || key === undefined || !admittedKey(key, fields)) return refuse(c);
    c.trace.step(key, [c.at, c.at + found.length - 1]);
    c.at += found.length;
    fields.set(key, field(c, column, shape?.properties?.[key] ?? shape?.values));
  } while (!c.beyond && c.indent === column);
  if (c.indent > column) return refuse(c);
  c.trace.leave();
  return Object.fromEntries(fields);
}

/** What follows a key: on its line, or on the next ones further in. */
function field(c: Cursor, column: number, shape: Shape | undefined): unknown {
  skipSpaces(c);
  if (c.at < c.text.length && !isNewline(c, c.at) && !isHash(c, c.at)) return inline(c, column, shape);
  // « nom: #2 »: the reader is told that it is a comment.
  if (isHash(c, c.at) && /[^#\s]/.test(c.text[c.at + 1] ?? ' ')) return refuse(c);
  toNextLine(c);
  nextContent(c);
  if (c.indent > column) return block(c, column, shape);
  if (c.indent === column && isDash(c)) return seq(c, column, shape);
  c.trace.leaf(0, 0);
  return null;
}

function seq(c: Cursor, column: number, shape: Shape | undefined): unknown {
  const items: unknown[] = [];
  c.trace.enter(c.at);
  do {
    c.trace.step(items.length, null);
    c.at += 1;
    const inner = column + 1 + skipSpaces(c);
    if (isDash(c) || c.at >= c.text.length || isNewline(c, c.at)) return refuse(c);
    c.indent = inner;
    items.push(isKey(c) ? map(c, inner, shape?.items) : inline(c, column, shape?.items));
  } while (!c.beyond && c.indent === column && isDash(c));
  c.trace.leave();
  return items;
}

/** What stands at the cursor, first of its line, below what stands at column `parent`. */
function block(c: Cursor, parent: number, shape: Shape | undefined): unknown {
  if (!deepen(c)) return refuse(c);
  const column = c.indent;
  const value = isDash(c) ? seq(c, column, shape) : isKey(c) ? map(c, column, shape) : inline(c, parent, shape);
  c.depth -= 1;
  return value;
}

/** The value that `text` holds, read by `shape` (that of one entry when the file is a `list`); null when the library must read it. `trace` is told where each value stands. */
export function simpleValue(text: string, shape: Shape, list: boolean, trace: Trace = UNTRACED): Read {
  if (signs.BEYOND.test(text)) return null;
  const c = cursorOf(text, trace);
  nextContent(c);
  if (c.indent < 0) return null;
  const dash = isDash(c);
  const first = text[c.at];
  if (!dash && first !== '[' && first !== '{' && !isKey(c)) return null;
  const value = block(c, -1, list && (dash || first === '[') ? { items: shape } : shape);
  // What is left over stands where nothing should.
  return c.beyond || c.indent >= 0 ? null : { value };
}
