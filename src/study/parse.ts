/** From the text of a file to plain values, keeping what is needed to find the place of each. */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Plage } from './diagnostic.js';
import type { Shape } from './shape.js';
import { yamlMessage } from './yaml-messages.js';

/** A fault of syntax, at its place in the text. */
export interface SyntaxFault {
  code: 'syntaxe-yaml' | 'cle-en-double' | 'fichier-vide';
  plage: Plage;
  message: string;
  aide?: string;
}

export interface ParsedFile {
  /** The root node; null for an empty file. */
  root: unknown;
  value: unknown;
  faults: SyntaxFault[];
  /** False when the text could not be read as YAML: its value means nothing. */
  readable: boolean;
  /** Node that an alias stands for. */
  resolved: Map<Alias, unknown>;
  place(start: number, end: number): Plage;
}

/** Values that aliases may add up to before a file is refused. */
const ALIAS_LIMIT = 100_000;

const keyText = (pair: Pair): string =>
  isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : String(pair.key);

/** Range of a node as [start, end of value], or null for a value made up by the parser. */
export function rangeOf(node: unknown): [number, number] | null {
  if (typeof node !== 'object' || node === null || !('range' in node)) return null;
  const range = node.range as [number, number, number] | null | undefined;
  return range ? [range[0], range[1]] : null;
}

/** The shape of the elements of `shape`, for a file that holds one entry or a list of them. */
const rootShape = (shape: Shape, root: unknown, list: boolean): Shape =>
  list && isSeq(root) ? { items: shape } : shape;

/** Scalars that YAML takes for numbers or booleans are read as written where the schema wants a text: INSEE 01004 keeps its zero. */
const readsAsText = (shape: Shape | undefined, value: unknown): boolean =>
  shape?.types?.includes('string') === true &&
  ((typeof value === 'number' && !shape.types.includes('number') && !shape.types.includes('integer')) ||
    (typeof value === 'boolean' && !shape.types.includes('boolean')));

export function parseYaml(text: string, shape: Shape, list: boolean): ParsedFile {
  const counter = new LineCounter();
  // Duplicate keys are looked for below: the parser's own search is quadratic and does not tell where the first one is.
  const doc = parseDocument(text, { lineCounter: counter, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const faults: SyntaxFault[] = [];
  const resolved = new Map<Alias, unknown>();
  const anchors = new Map<string, { node: unknown; size: number }>();
  let size = 0;

  const place = (start: number, end: number): Plage => {
    const { line, col } = counter.linePos(start);
    const eol = text.indexOf('\n', start);
    const first = text.slice(start, Math.min(Math.max(end, start), eol < 0 ? text.length : eol)).trimEnd();
    return { ligne: Math.max(1, line), colonne: Math.max(1, col), longueur: Math.max(1, first.length) };
  };

  const convertMap = (node: YAMLMap, shape: Shape | undefined): Record<string, unknown> => {
    const entries: [string, unknown][] = [];
    const lines = new Map<string, number>();
    for (const pair of node.items) {
      const key = keyText(pair);
      const [start, end] = rangeOf(pair.key) ?? [0, 1];
      const first = lines.get(key);
      if (first !== undefined) {
        const message = `la clé « ${key} » figure déjà à la ligne ${first} ; une seule des deux valeurs serait lue.`;
        faults.push({ code: 'cle-en-double', plage: place(start, end), message });
        continue;
      }
      lines.set(key, counter.linePos(start).line);
      entries.push([key, convert(pair.value, shape?.properties?.[key] ?? shape?.values)]);
    }
    // `fromEntries` defines keys: a key named `__proto__` stays a key, refused by the schema.
    return Object.fromEntries(entries);
  };

  const convertAlias = (node: Alias, shape: Shape | undefined): unknown => {
    const target = anchors.get(node.source);
    const [start, end] = rangeOf(node) ?? [0, 1];
    if (!target || size + target.size > ALIAS_LIMIT + text.length) {
      const message = target
        ? `l'alias « *${node.source} » répète trop de valeurs ; écrivez-les une fois.`
        : `l'alias « *${node.source} » ne renvoie à aucune ancre « &${node.source} » placée avant lui.`;
      faults.push({ code: 'syntaxe-yaml', plage: place(start, end), message });
      return null;
    }
    resolved.set(node, target.node);
    return convert(target.node, shape, true);
  };

  const convert = (node: unknown, shape: Shape | undefined, aliased = false): unknown => {
    const before = size++;
    let value: unknown = null;
    if (isAlias(node)) value = convertAlias(node, shape);
    else if (isMap(node)) value = convertMap(node, shape);
    else if (isSeq(node)) value = node.items.map((item) => convert(item, shape?.items));
    else if (isScalar(node)) value = readsAsText(shape, node.value) ? (node.source ?? String(node.value)) : node.value;
    if (!aliased && typeof node === 'object' && node !== null && 'anchor' in node && typeof node.anchor === 'string')
      anchors.set(node.anchor, { node, size: size - before });
    return value;
  };

  for (const { code, start, end } of tellingErrors(doc.errors, text, counter))
    faults.push({ code: 'syntaxe-yaml', plage: place(start, end), message: `${yamlMessage(code)}.` });

  const root = doc.contents;
  const broken = faults.length > 0;
  if (!broken && (root === null || (isScalar(root) && root.value === null))) {
    const aide = 'Écrivez-y une fiche, ou supprimez-le.';
    faults.push({ code: 'fichier-vide', plage: place(0, 1), message: 'le fichier ne contient aucune donnée.', aide });
    return { root: null, value: null, faults, readable: false, resolved, place };
  }
  const value = broken ? null : convert(root, rootShape(shape, root, list));
  const readable = !broken && !faults.some(({ code }) => code === 'syntaxe-yaml');
  return { root, value, faults, readable, resolved, place };
}

interface Stumble {
  code: string;
  start: number;
  end: number;
}

/**
 * The errors that a person would name. One mistake makes the parser stumble on what follows: of the errors of a line the first is kept, « unexpected
 * token » only when it comes first, and tabulations in the indentation, which no later error explains, are reported alone.
 */
function tellingErrors(errors: readonly YAMLError[], text: string, counter: LineCounter): Stumble[] {
  if (errors.length === 0) return [];
  const tabs = [...text.matchAll(/^ *(\t+)(?=\S)/gm)].map(({ index, 0: found, 1: tab = '' }) => {
    const start = index + found.length - tab.length;
    return { code: 'TAB_AS_INDENT', start, end: start + tab.length };
  });
  if (tabs.length > 0) return tabs;
  const lines = new Set<number>();
  return errors
    .map(({ code, pos: [start, end] }): Stumble => ({ code, start, end }))
    .sort((a, b) => a.start - b.start)
    .filter(({ code, start }, index) => {
      const { line } = counter.linePos(start);
      if (lines.has(line) || (index > 0 && code === 'UNEXPECTED_TOKEN')) return false;
      lines.add(line);
      return true;
    });
}
