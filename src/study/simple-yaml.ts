/**
 * The values of a text written in the plain part of YAML, which is all that most studies need: maps and lists in blocks, texts on one or several lines, quotes,
 * brackets, comments. It answers what the library answers, thirty times sooner, or nothing: whatever is beyond (anchors, tags, several documents,
 * tabulations), in doubt or at fault is the library's to read and to tell.
 */
import { fold, foldQuoted, withoutEnd } from './folding.js';
import { type Trace, UNTRACED } from './located.js';
import { admittedKey, plainScalar, readsAsText, THOUSANDS } from './scalars.js';
import type { Shape } from './shape.js';
import * as signs from './simple-yaml-signs.js';

const SPACE = 32;
const NEWLINE = 10;
const HASH = 35;
const DASH = 45;
const DEEPEST = 60;

type Read = { value: unknown } | null;

/** The value that `text` holds, read by `shape` (that of one entry when the file is a `list`); null when the library must read it. `trace` is told where each value stands. */
export function simpleValue(text: string, shape: Shape, list: boolean, trace: Trace = UNTRACED): Read {
  if (signs.BEYOND.test(text)) return null;
  let at = 0;
  /** Column of what stands at `at`, the first of its line; -1 at the end of the text. */
  let indent = -1;
  let beyond = false;
  let depth = 0;

  const refuse = (): undefined => {
    beyond = true;
    indent = -1;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const endOfLine = (from: number): number => {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
  };
  const skipSpaces = (): number => {
    const from = at;
    while (text.charCodeAt(at) === SPACE) at += 1;
    return at - from;
  };
  /** From the start of a line to the next thing that is neither blank nor a comment. */
  const nextContent = (): void => {
    while (at < text.length) {
      const column = skipSpaces();
      const code = text.charCodeAt(at);
      if (code !== NEWLINE && code !== HASH && at < text.length) {
        indent = column;
        return;
      }
      at = Math.min(text.length, endOfLine(at) + 1);
    }
    indent = -1;
  };
  /** After a value: nothing but a comment may follow on the line. */
  const finishLine = (): void => {
    const spaces = skipSpaces();
    const ends = at >= text.length || text.charCodeAt(at) === NEWLINE;
    const comment = text.charCodeAt(at) === HASH;
    at = Math.min(text.length, endOfLine(at) + 1);
    if (ends || (spaces > 0 && comment)) nextContent();
    else refuse();
  };
  const isDash = (): boolean => {
    const next = text.charCodeAt(at + 1);
    return text.charCodeAt(at) === DASH && (next === SPACE || next === NEWLINE || at + 1 >= text.length);
  };

  const scalar = (source: string, shape: Shape | undefined): unknown => {
    const value = plainScalar(source);
    if (value === undefined || (typeof value === 'number' && THOUSANDS.test(source))) return refuse();
    return readsAsText(shape, value) ? source : value;
  };

  /** The text between quotes; its next lines stand further in than `parent`. */
  const quoted = (parent: number): string | undefined => {
    const [double, doubled] = match(signs.DOUBLE) ?? [];
    const [found, inside] = double === undefined ? (match(signs.SINGLE) ?? []) : [double, doubled];
    if (found === undefined || inside === undefined) return refuse();
    at += found.length;
    if (double?.includes('\\')) return double.includes('\n') ? refuse() : (JSON.parse(double) as string);
    const source = double === undefined ? inside.replaceAll("''", "'") : inside;
    return source.includes('\n') ? (foldQuoted(source, parent) ?? refuse()) : source;
  };

  /** A text without quotes, and its next lines as long as they stand further in than `parent`. */
  const plain = (parent: number, shape: Shape | undefined): unknown => {
    if (!match(signs.PLAIN_START)) return refuse();
    const lines: string[] = [];
    const begins = at;
    let end = endOfLine(at);
    let from = at;
    for (;;) {
      const whole = text.slice(from, end);
      const comment = whole.indexOf(' #');
      // One space before « # »: the reader is told that his text is cut there.
      if (comment >= 0 && (lines.length > 0 || whole[comment - 1] !== ' ')) return refuse();
      const line = withoutEnd(comment < 0 ? whole : whole.slice(0, comment));
      if (line.includes(': ') || line.endsWith(':')) return refuse();
      lines.push(line);
      at = Math.min(text.length, end + 1);
      if (comment >= 0) break;
      let blank = 0;
      let start = at;
      from = start;
      while (text.charCodeAt(from) === SPACE) from += 1;
      while (text.charCodeAt(from) === NEWLINE) {
        blank += 1;
        start = from + 1;
        from = start;
        while (text.charCodeAt(from) === SPACE) from += 1;
      }
      if (from >= text.length || from - start <= parent || text.charCodeAt(from) === HASH) break;
      for (let i = 0; i < blank; i += 1) lines.push('');
      end = endOfLine(from);
    }
    trace.leaf(begins, begins + (lines[0] ?? '').length);
    nextContent();
    return scalar(fold(lines), shape);
  };

  const blockText = (parent: number): string | undefined => {
    const [header, mode, chomp] = match(signs.BLOCK_HEADER) ?? [];
    if (header === undefined) return refuse();
    trace.leaf(at, at + header.length);
    at += header.length;
    const lines: string[] = [];
    let margin = -1;
    while (at < text.length) {
      const end = endOfLine(at);
      let from = at;
      while (text.charCodeAt(from) === SPACE) from += 1;
      const column = from - at;
      if (from >= end) {
        if (column > Math.max(0, margin) || margin < 0) return refuse();
        lines.push('');
      } else {
        if (column <= parent) break;
        if (margin < 0) margin = column;
        if (column < margin || (mode === '>' && column > margin)) return refuse();
        lines.push(text.slice(at + margin, end));
      }
      at = Math.min(text.length, end + 1);
    }
    while (lines.at(-1) === '') lines.pop();
    if (lines.length === 0) return refuse();
    nextContent();
    return (mode === '>' ? fold(lines) : lines.join('\n')) + (chomp === '-' ? '' : '\n');
  };

  const flowScalar = (shape: Shape | undefined, parent: number): unknown => {
    const first = text[at];
    if (first === '"' || first === "'") return quoted(parent);
    const [found] = match(signs.PLAIN_START) ? (match(signs.FLOW_PLAIN) ?? []) : [];
    if (found === undefined) return refuse();
    at += found.length;
    return scalar(withoutEnd(found), shape);
  };

  /** Within brackets, to the next sign: lines stand further in than `parent`. */
  const skipBlanks = (parent: number): void => {
    skipSpaces();
    while (text.charCodeAt(at) === NEWLINE) {
      at += 1;
      const column = skipSpaces();
      if (column <= parent && text.charCodeAt(at) !== NEWLINE) refuse();
    }
  };

  const flow = (shape: Shape | undefined, parent: number): unknown => {
    const opening = text[at];
    const begins = at;
    if (opening !== '[' && opening !== '{') {
      const value = flowScalar(shape, parent);
      trace.leaf(begins, at);
      return value;
    }
    trace.enter(at);
    depth += 1;
    if (depth > DEEPEST) return refuse();
    const closing = opening === '[' ? ']' : '}';
    const items: unknown[] = [];
    const fields = new Map<string, unknown>();
    at += 1;
    skipBlanks(parent);
    let more = text[at] !== closing;
    while (more && !beyond) {
      const from = at;
      if (opening === '[') {
        trace.step(items.length, null);
        items.push(flow(shape?.items, parent));
      } else {
        const key = flowKey(parent);
        if (key === undefined || !admittedKey(key, fields)) return refuse();
        trace.step(key, [from, text.lastIndexOf(':', at)]);
        fields.set(key, flow(shape?.properties?.[key] ?? shape?.values, parent));
      }
      skipBlanks(parent);
      more = text[at] === ',';
      if (more) at += 1;
      skipBlanks(parent);
    }
    if (text[at] !== closing) return refuse();
    at += 1;
    trace.leave(at);
    depth -= 1;
    return opening === '[' ? items : Object.fromEntries(fields);
  };

  const flowKey = (parent: number): string | undefined => {
    const from = at;
    const key = flowScalar({ types: ['string'] }, parent);
    if (typeof key !== 'string' || !text.startsWith(': ', at) || text.slice(from, at).includes('\n')) return undefined;
    at += 1;
    skipBlanks(parent);
    return key;
  };

  /** A value that begins at `at`, after the key or the dash of what stands at column `parent`. */
  const inline = (parent: number, shape: Shape | undefined): unknown => {
    const first = text[at];
    if (first === '|' || first === '>') return blockText(parent);
    if (first !== '"' && first !== "'" && first !== '[' && first !== '{') return plain(parent, shape);
    const value = flow(shape, parent);
    if (!beyond) finishLine();
    return value;
  };

  const map = (column: number, shape: Shape | undefined): unknown => {
    const fields = new Map<string, unknown>();
    trace.enter(at);
    do {
      const [found, plainKey, ...quotedKey] = match(signs.KEY) ?? match(signs.QUOTED_KEY) ?? [];
      const key = plainKey ?? quotedKey[0];
      if (found === undefined || key === undefined || !admittedKey(key, fields)) return refuse();
      trace.step(key, [at, at + found.length - 1]);
      at += found.length;
      fields.set(key, field(column, shape?.properties?.[key] ?? shape?.values));
    } while (!beyond && indent === column);
    if (indent > column) return refuse();
    trace.leave();
    return Object.fromEntries(fields);
  };

  /** What follows a key: on its line, or on the next ones further in. */
  const field = (column: number, shape: Shape | undefined): unknown => {
    skipSpaces();
    const code = text.charCodeAt(at);
    if (at < text.length && code !== NEWLINE && code !== HASH) return inline(column, shape);
    at = Math.min(text.length, endOfLine(at) + 1);
    nextContent();
    if (indent > column) return block(column, shape);
    if (indent === column && isDash()) return seq(column, shape);
    trace.leaf(0, 0);
    return null;
  };

  const seq = (column: number, shape: Shape | undefined): unknown => {
    const items: unknown[] = [];
    trace.enter(at);
    do {
      trace.step(items.length, null);
      at += 1;
      const inner = column + 1 + skipSpaces();
      if (isDash() || at >= text.length || text.charCodeAt(at) === NEWLINE) return refuse();
      indent = inner;
      items.push(match(signs.KEY) || match(signs.QUOTED_KEY) ? map(inner, shape?.items) : inline(column, shape?.items));
    } while (!beyond && indent === column && isDash());
    trace.leave();
    return items;
  };

  /** What stands at `at`, first of its line, below what stands at column `parent`. */
  const block = (parent: number, shape: Shape | undefined): unknown => {
    depth += 1;
    if (depth > DEEPEST) return refuse();
    const column = indent;
    const value = isDash()
      ? seq(column, shape)
      : match(signs.KEY) || match(signs.QUOTED_KEY)
        ? map(column, shape)
        : inline(parent, shape);
    depth -= 1;
    return value;
  };

  nextContent();
  if (indent < 0) return null;
  const dash = isDash();
  const bracket = text[at] === '[' || text[at] === '{';
  if (!dash && !bracket && !match(signs.KEY) && !match(signs.QUOTED_KEY)) return null;
  const value = block(-1, list && (dash || text[at] === '[') ? { items: shape } : shape);
  // What is left over stands where nothing should.
  return beyond || indent >= 0 ? null : { value };
}
