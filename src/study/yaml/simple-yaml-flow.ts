/** Values in brackets, on one line or several: `[a, b]`, `{ cle: valeur }`, and what they hold. */

import type { Shape } from '../shape.js';
import { withoutEnd } from './folding.js';
import { admittedKey } from './scalars.js';
import { type Cursor, deepen, isNewline, match, refuse, skipSpaces } from './simple-yaml-cursor.js';
import { quoted, scalar } from './simple-yaml-scalars.js';
import * as signs from './simple-yaml-signs.js';

function flowScalar(c: Cursor, shape: Shape | undefined, parent: number): unknown {
  const first = c.text[c.at];
  if (first === '"' || first === "'") return quoted(c, parent);
  const [found] = match(c, signs.PLAIN_START) ? (match(c, signs.FLOW_PLAIN) ?? []) : [];
  if (found === undefined) return refuse(c);
  c.at += found.length;
  return scalar(c, withoutEnd(found), shape);
}

/** Within brackets, to the next sign: lines stand further in than `parent`. */
function skipBlanks(c: Cursor, parent: number): void {
  skipSpaces(c);
  while (isNewline(c, c.at)) {
    c.at += 1;
    const column = skipSpaces(c);
    if (column <= parent && !isNewline(c, c.at)) refuse(c);
  }
}

function flowKey(c: Cursor, parent: number): string | undefined {
  const from = c.at;
  const key = flowScalar(c, { types: ['string'] }, parent);
  if (typeof key !== 'string' || !c.text.startsWith(': ', c.at) || c.text.slice(from, c.at).includes('\n'))
    return undefined;
  c.at += 1;
  skipBlanks(c, parent);
  return key;
}

/** A value that begins at the cursor; its next lines stand further in than `parent`. */
export function flow(c: Cursor, shape: Shape | undefined, parent: number): unknown {
  const opening = c.text[c.at];
  const begins = c.at;
  if (opening !== '[' && opening !== '{') {
    const value = flowScalar(c, shape, parent);
    c.trace.leaf(begins, c.at);
    return value;
  }
  c.trace.enter(begins);
  if (!deepen(c)) return refuse(c);
  const closing = opening === '[' ? ']' : '}';
  const items: unknown[] = [];
  const fields = new Map<string, unknown>();
  c.at += 1;
  skipBlanks(c, parent);
  let more = c.text[c.at] !== closing;
  while (more && !c.beyond) {
    const from = c.at;
    if (opening === '[') {
      c.trace.step(items.length, null);
      items.push(flow(c, shape?.items, parent));
    } else {
      const key = flowKey(c, parent);
      if (key === undefined || !admittedKey(key, fields)) return refuse(c);
      c.trace.step(key, [from, c.text.lastIndexOf(':', c.at)]);
      fields.set(key, flow(c, shape?.properties?.[key] ?? shape?.values, parent));
    }
    skipBlanks(c, parent);
    more = c.text[c.at] === ',';
    if (more) c.at += 1;
    skipBlanks(c, parent);
  }
  if (c.text[c.at] !== closing) return refuse(c);
  c.at += 1;
  c.trace.leave(c.at);
  c.depth -= 1;
  return opening === '[' ? items : Object.fromEntries(fields);
}
