/** Texts that want quotes and have none: a colon, a comma, a sign that YAML keeps for itself. What to write in their place, where nothing is doubtful. */
import type { Document, Node } from 'yaml';
import type { Shape } from '../shape.js';
import { scalaireEnLigne } from './one-line.js';
import { placing } from './ranges.js';
import { yaml } from './yaml.js';

/** A part of a line to write otherwise. */
export interface Rewritten {
  start: number;
  end: number;
  par: string;
}

interface Bare {
  start: number;
  /** The text, as it is written. */
  raw: string;
}

/** A text between quotes. */
export function between(raw: string): string {
  const written = scalaireEnLigne(raw);
  return /^["']/.test(written) ? written : JSON.stringify(raw);
}

/** The text that a value was to be, as its author wrote its quotes: some, one too few, or an apostrophe that closes it. Null in doubt. */
function meant(raw: string): string | null {
  const sign = raw[0] ?? '';
  if (sign !== '"' && sign !== "'") return raw;
  const inner = raw.slice(1, raw.endsWith(sign) ? -1 : undefined);
  const within = [...inner.matchAll(new RegExp(`(.?)${sign}(.?)`, 'gu'))].map(([, before = '', after = '']) => [
    before,
    after,
  ]);
  const letters = within.every((around) => around.every((one) => /\p{L}/u.test(one)));
  if (letters) return raw.length > 1 && (raw.endsWith(sign) || sign === '"') ? inner : null;
  // « "Un" et "deux" », « "Un" lieu »: the quotes are of the text; « "Dit "un" deux" »: they are around it.
  const [before = '', after = ''] = within[0] ?? [];
  if (/\S/.test(before) && !/\p{L}/u.test(after)) return raw;
  return raw.endsWith(sign) && /\s/.test(before) && /\S/.test(after) ? inner : null;
}

/** Lines looked at: a file with more faults of syntax has another trouble. */
const MANY_LINES = 200;

/** Whether a field takes any text: no date, no word of a list, no name of an entry. */
export const takesAnyText = (shape: Shape | undefined): boolean =>
  shape?.types?.includes('string') === true &&
  !shape.choices &&
  !shape.reference &&
  !shape.date &&
  shape.expected === undefined;

/** The fields of a shape at any depth, with whether one of that name takes any text. */
function fieldsOf(shape: Shape, found = new Map<string, boolean>()): Map<string, boolean> {
  for (const [name, own] of Object.entries(shape.properties ?? {})) {
    found.set(name, (found.get(name) ?? false) || takesAnyText(own));
    fieldsOf(own, found);
  }
  if (shape.items) fieldsOf(shape.items, found);
  if (shape.values) fieldsOf(shape.values, found);
  return found;
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** A value without what closes the braces and brackets around it. */
function unclosed(text: string, last: boolean): string {
  let left = text.trimEnd();
  for (;;) {
    const sign = left.at(-1) ?? '';
    const open = sign === '}' ? '{' : sign === ']' ? '[' : null;
    const outer = open === null ? last && sign === ',' : count(left, sign) > count(left, open);
    if (!outer) return left;
    left = left.slice(0, -1).trimEnd();
  }
}

/** Whether a comma of a text is followed by what looks like a field: « , role: », « , role association ». */
export function namesAField(text: string, fields: Iterable<string>): boolean {
  const known = new Set(fields);
  return text
    .split(',')
    .slice(1)
    .some((piece) => /^\s*[\w-]+\s*:(?:\s|$)/.test(piece) || known.has(/^\s*([\w-]+)/.exec(piece)?.[1] ?? ''));
}

/** Whether YAML reads a value otherwise than as the text that it is. */
function misread(raw: string, braced: boolean, whole: string): boolean {
  const named = /^[&*]([^\s,[\]{}]+)/.exec(raw);
  // A value that another one stands for, or stands for it.
  if (named) return !whole.includes(`${raw.startsWith('&') ? '*' : '&'}${named[1]}`);
  const { isMap, isScalar, parseDocument } = yaml();
  const { contents, errors } = parseDocument(braced ? `{ k: ${raw} }` : `k: ${raw}\n`, { logLevel: 'error' });
  if (errors.length > 0 || !isMap(contents) || contents.items.length !== 1) return true;
  const value = contents.items[0]?.value;
  if (!isScalar(value)) return false;
  return value.tag !== undefined || (value.type === 'PLAIN' && typeof value.value === 'string' && value.value !== raw);
}

/** The texts of a line that YAML misreads; none when one of them may be something else. */
function bareTexts(line: string, at: number, fields: ReadonlyMap<string, boolean>, whole: string): Bare[] {
  const head = /^[ \t]*(?:-[ \t]+)*(?:([a-z]\w*):[ \t]+)?(?=\S)/.exec(line);
  const [before = '', key] = head ?? [];
  const rest = line.slice(before.length);
  const own = key === undefined ? before.trim() !== '' : fields.get(key) === true;
  if (own && !(rest.startsWith('{') && key === undefined)) {
    const raw = rest.trimEnd();
    if (/\s#/.test(raw) || !/[\p{L}\p{N}]/u.test(raw) || namesAField(raw, fields.keys())) return [];
    if (misread(raw, false, whole)) return [{ start: at + before.length, raw }];
  }
  const keys = [...line.matchAll(/[{,][ \t]*([a-z]\w*):[ \t]+/g)].filter(({ 1: name = '' }) => fields.has(name));
  const found = keys.flatMap(({ index, 0: opening, 1: name = '' }, rank) => {
    const start = index + opening.length;
    const next = keys[rank + 1];
    const raw = unclosed(line.slice(start, next?.index), next === undefined);
    if (raw === '' || (!fields.get(name) && /^[{[]/.test(raw)) || !misread(raw, true, whole)) return [];
    return [{ start: at + start, raw, text: fields.get(name) === true && /[\p{L}\p{N}]/u.test(raw) }];
  });
  // What is misread in another field is not mended by quotes, nor is what says that nothing is known: « ? ».
  return found.some(({ raw, text }) => !text || namesAField(raw, fields.keys())) ? [] : found;
}

/** The scalar that begins at `offset`, with its shape. */
function scalarAt(doc: Document, shape: Shape, offset: number): { node: Node; shape: Shape | undefined } | null {
  const { isMap, isNode, isScalar, isSeq } = yaml();
  const holds = (node: unknown): node is Node =>
    isNode(node) && !!node.range && node.range[0] <= offset && offset < node.range[1];
  let [node, at]: [unknown, Shape | undefined] = [doc.contents, shape];
  while (holds(node)) {
    if (isScalar(node)) return node.range?.[0] === offset ? { node, shape: at } : null;
    if (isSeq(node)) [node, at] = [node.items.find(holds), at?.items];
    else if (isMap(node)) {
      const pair = node.items.find(({ value }) => holds(value));
      const name = isScalar(pair?.key) ? String(pair.key.value) : '';
      [node, at] = [pair?.value, at?.properties?.[name] ?? at?.values];
    } else return null;
  }
  return null;
}

/**
 * What to write in the lines (from 1) where YAML stumbles, by line: each text between quotes, when the file then reads there as its author
 * wrote it, in a field that takes any text.
 */
export function quotesWanted(text: string, shape: Shape, lines: readonly number[]): Map<number, Rewritten> {
  const fields = fieldsOf(shape);
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const found = [...new Set(lines)]
    .sort((a, b) => a - b)
    .slice(0, MANY_LINES)
    .flatMap((line) => {
      const start = starts[line - 1] ?? text.length;
      const written = text.slice(start, (starts[line] ?? text.length + 1) - 1).replace(/\r$/, '');
      return bareTexts(written, start, fields, text).flatMap(({ start, raw }) => {
        const value = meant(raw);
        return value === null ? [] : [{ start, raw, line, value, par: between(value) }];
      });
    });
  if (found.length === 0) return new Map();
  let [mended, shift, last] = ['', 0, 0];
  const moved = found.map((one) => {
    mended += text.slice(last, one.start) + one.par;
    last = one.start + one.raw.length;
    const offset = one.start + shift;
    shift += one.par.length - one.raw.length;
    return { ...one, offset };
  });
  // What stands below the entry or field that follows changes nothing of what is read there.
  const rest = text.slice(last);
  mended += /^[\s\S]*?\n(?:- |[a-z]\w*:)[\s\S]*?\n(?=- |[a-z]\w*:)/.exec(rest)?.[0] ?? rest;
  const { isScalar, parseDocument } = yaml();
  const doc = parseDocument(mended, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  const place = placing(mended);
  const wrong = new Set(doc.errors.map(({ pos: [start] }) => place(start, start).ligne));
  const rewritten = new Map<number, Rewritten>();
  for (const { line, start, raw, value, par, offset } of moved) {
    if (wrong.has(line) || wrong.has(line + 1)) continue;
    const read = scalarAt(doc, shape, offset);
    if (!read || !isScalar(read.node) || read.node.value !== value || !takesAnyText(read.shape)) continue;
    const first = rewritten.get(line)?.start ?? start;
    const end = start + raw.length;
    const from = moved.find((one) => one.start === first)?.offset ?? offset;
    rewritten.set(line, { start: first, end, par: mended.slice(from, offset + par.length) });
  }
  return rewritten;
}
