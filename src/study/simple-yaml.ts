/**
 * The values of a text written in the plain part of YAML, which is all that most studies need: maps and lists in blocks, texts on one or several lines, quotes,
 * brackets, comments. It answers what the library answers, thirty times sooner, or nothing: whatever is beyond (anchors, tags, several documents,
 * tabulations), in doubt or at fault is the library's to read and to tell.
 */
import { fold, foldQuoted, withoutEnd } from './folding.js';
import { plainScalar, readsAsText, THOUSANDS } from './scalars.js';
import type { Shape } from './shape.js';

/** Controls, marks of documents, directives. */
const BEYOND = /[^\P{Cc}\n]|\ufeff|^(?:---|\.\.\.|%)/mu;
/** A key without quotes, and what it may begin with. */
const KEY = /([^\s\-?:,[\]{}#&*!|>'"%@`][^:#\n]{0,200}):(?= |$)/my;
const QUOTED_KEY = /(?:"([^"\\\n]{0,200})"|'([^'\n]{0,200})'):(?= |$)/my;
const DOUBLE = /"((?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*)"/y;
const SINGLE = /'((?:[^']|'')*)'/y;
const PLAIN_START = /[^\s\-?:,[\]{}#&*!|>'"%@`]|-[\p{L}\p{N}_.]/uy;
const FLOW_PLAIN = /(?:[^,[\]{}#:\n]|:(?![ ,[\]{}\n]|$))+/my;
const BLOCK_HEADER = /([|>])(-?) *(?:\n|$)/y;
const SPACE = 32;
const NEWLINE = 10;
const HASH = 35;
const DASH = 45;
const DEEPEST = 60;

/** The value that `text` holds, read by `shape` (that of one entry when the file is a `list`); null when the library must read it. */
export function simpleValue(text: string, shape: Shape, list: boolean): { value: unknown } | null {
  if (BEYOND.test(text)) return null;
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
    const [double, doubled] = match(DOUBLE) ?? [];
    const [found, inside] = double === undefined ? (match(SINGLE) ?? []) : [double, doubled];
    if (found === undefined || inside === undefined) return refuse();
    at += found.length;
    if (double?.includes('\\')) return double.includes('\n') ? refuse() : (JSON.parse(double) as string);
    const source = double === undefined ? inside.replaceAll("''", "'") : inside;
    return source.includes('\n') ? (foldQuoted(source, parent) ?? refuse()) : source;
  };

  /** A text without quotes, and its next lines as long as they stand further in than `parent`. */
  const plain = (parent: number, shape: Shape | undefined): unknown => {
    if (!match(PLAIN_START)) return refuse();
    const lines: string[] = [];
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
    nextContent();
    return scalar(fold(lines), shape);
  };

  const blockText = (parent: number): string | undefined => {
    const [header, mode, chomp] = match(BLOCK_HEADER) ?? [];
    if (header === undefined) return refuse();
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
    const [found] = match(PLAIN_START) ? (match(FLOW_PLAIN) ?? []) : [];
    if (found === undefined) return refuse();
    at += found.length;
    return scalar(withoutEnd(found), shape);
  };

  /** The key of a field: a text that is not null, and not seen yet. */
  const admitted = (key: string, seen: ReadonlyMap<string, unknown>): boolean =>
    plainScalar(key) !== null && !key.endsWith(' ') && key !== '<<' && !seen.has(key);

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
    if (opening !== '[' && opening !== '{') return flowScalar(shape, parent);
    depth += 1;
    if (depth > DEEPEST) return refuse();
    const closing = opening === '[' ? ']' : '}';
    const items: unknown[] = [];
    const fields = new Map<string, unknown>();
    at += 1;
    skipBlanks(parent);
    let more = text[at] !== closing;
    while (more && !beyond) {
      if (opening === '[') items.push(flow(shape?.items, parent));
      else {
        const key = flowKey(parent);
        if (key === undefined || !admitted(key, fields)) return refuse();
        fields.set(key, flow(shape?.properties?.[key] ?? shape?.values, parent));
      }
      skipBlanks(parent);
      more = text[at] === ',';
      if (more) at += 1;
      skipBlanks(parent);
    }
    if (text[at] !== closing) return refuse();
    at += 1;
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
    do {
      const [found, plainKey, ...quotedKey] = match(KEY) ?? match(QUOTED_KEY) ?? [];
      const key = plainKey ?? quotedKey[0];
      if (found === undefined || key === undefined || !admitted(key, fields)) return refuse();
      at += found.length;
      fields.set(key, field(column, shape?.properties?.[key] ?? shape?.values));
    } while (!beyond && indent === column);
    if (indent > column) return refuse();
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
    return indent === column && isDash() ? seq(column, shape) : null;
  };

  const seq = (column: number, shape: Shape | undefined): unknown => {
    const items: unknown[] = [];
    do {
      at += 1;
      const inner = column + 1 + skipSpaces();
      if (isDash() || at >= text.length || text.charCodeAt(at) === NEWLINE) return refuse();
      indent = inner;
      items.push(match(KEY) || match(QUOTED_KEY) ? map(inner, shape?.items) : inline(column, shape?.items));
    } while (!beyond && indent === column && isDash());
    return items;
  };

  /** What stands at `at`, first of its line, below what stands at column `parent`. */
  const block = (parent: number, shape: Shape | undefined): unknown => {
    depth += 1;
    if (depth > DEEPEST) return refuse();
    const column = indent;
    const value = isDash()
      ? seq(column, shape)
      : match(KEY) || match(QUOTED_KEY)
        ? map(column, shape)
        : inline(parent, shape);
    depth -= 1;
    return value;
  };

  nextContent();
  if (indent < 0) return null;
  const dash = isDash();
  const bracket = text[at] === '[' || text[at] === '{';
  if (!dash && !bracket && !match(KEY) && !match(QUOTED_KEY)) return null;
  const value = block(-1, list && (dash || text[at] === '[') ? { items: shape } : shape);
  // What is left over stands where nothing should.
  return beyond || indent >= 0 ? null : { value };
}
