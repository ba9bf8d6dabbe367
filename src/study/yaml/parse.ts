/** From the text of a file to plain values, keeping what is needed to find the place of each. */

import type { Alias, Pair, YAMLMap } from 'yaml';
import type { Shape } from '../shape.js';
import { tellingErrors } from './errors.js';
import { yamlMessage } from './messages.js';
import { tooDeep } from './nesting.js';
import { type Located, NOWHERE, type Places, placing, rangeOf, tracing } from './ranges.js';
import { readsAsText } from './scalars.js';
import { simpleValue } from './simple-yaml.js';
import { lostWord, type Placing, remarksOn, type SyntaxFault, withQuotes } from './syntax-faults.js';
import { usualTexts } from './usual-text.js';
import { yaml } from './yaml.js';

export interface ParsedFile {
  value: unknown;
  faults: SyntaxFault[];
  /** What YAML reads without a fault, and otherwise than its author meant, no doubt. */
  remarks: SyntaxFault[];
  /** False when the text could not be read as YAML: its value means nothing. */
  readable: boolean;
  /** Its value is then what could be read of the text, and lacks the rest. */
  partial?: true;
  /** Looked for when something is to be told at its place: a plain file is not read for that otherwise. */
  places(): Places;
}

/** Values that aliases may add up to before a file is refused. */
const ALIAS_LIMIT = 100_000;

/** Tags that only say what the value already is. */
const PLAIN_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`),
);

/** Text of a key; null for a list, a map or nothing in the place of a key. */
const keyText = ({ key }: Pair): string | null =>
  yaml().isScalar(key) && key.value !== null ? (key.source ?? String(key.value)) : null;

/** The shape of the elements of `shape`, for a file that holds one entry or a list of them. */
const rootShape = (shape: Shape, root: unknown, list: boolean): Shape =>
  list && yaml().isSeq(root) ? { items: shape } : shape;

/** An explicit tag that makes another thing of the value (`!!binary`, `!!set`…), as it is written. */
function taggedOtherwise(node: unknown): string | null {
  if (typeof node !== 'object' || node === null || !('tag' in node) || typeof node.tag !== 'string') return null;
  return PLAIN_TAGS.has(node.tag) ? null : node.tag.replace('tag:yaml.org,2002:', '!!');
}

export function parseYaml(text: string, shape: Shape, list: boolean): ParsedFile {
  const simple = simpleValue(text, shape, list);
  if (!simple) {
    const whole = parseWhole(text, shape, list);
    return { ...whole, value: usualTexts(text, whole.value) };
  }
  let places: Places | null = null;
  return {
    value: usualTexts(text, simple.value),
    faults: [],
    remarks: [],
    readable: true,
    places: () => {
      places ??= placesOf(text, shape, list);
      return places;
    },
  };
}

/** A plain text read again, for the places of its values: the library would take as long as a whole check to be loaded and to read it. */
function placesOf(text: string, shape: Shape, list: boolean): Places {
  const { trace, root } = tracing();
  simpleValue(text, shape, list, trace);
  return { root: root(), place: placing(text) };
}

/** A node of the library, with what it holds; `resolved` are the nodes that aliases stand for. */
function located(node: unknown, resolved: ReadonlyMap<Alias, unknown>): Located {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  return {
    range: rangeOf(node),
    at: (step) => {
      const held = isAlias(node) ? resolved.get(node) : node;
      if (isSeq(held) && typeof step === 'number' && step < held.items.length)
        return { value: located(held.items[step], resolved), key: null };
      const written = ({ key }: Pair): string => String(isScalar(key) ? (key.source ?? key.value) : key);
      const pair = isMap(held) ? held.items.find((one) => written(one) === String(step)) : undefined;
      return pair && { value: located(pair.value, resolved), key: rangeOf(pair.key) };
    },
  };
}

/** A text that goes too deep for the parser, with the place where it does. */
function unread(text: string, at: number): ParsedFile {
  const head = text.slice(0, at).split('\n');
  const plage = { ligne: head.length, colonne: (head.at(-1) ?? '').length + 1, longueur: 1 };
  const message = `${yamlMessage('RESOURCE_EXHAUSTION')}.`;
  return {
    value: null,
    faults: [{ code: 'syntaxe-yaml', plage, message }],
    remarks: [],
    readable: false,
    places: () => ({ root: NOWHERE, place: () => plage }),
  };
}

/** Turns the nodes of a document into values; what it cannot take, it tells and leaves out. */
function converter(text: string, place: Placing, lineOf: (offset: number) => number) {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  const faults: SyntaxFault[] = [];
  const remarks: SyntaxFault[] = [];
  const resolved = new Map<Alias, unknown>();
  const anchors = new Map<string, { node: unknown; size: number }>();
  const named = new Set<string>();
  const lost = new Map<string, SyntaxFault[]>();
  let size = 0;
  const refuse = (code: SyntaxFault['code'], [start, end]: readonly [number, number], message: string): void => {
    faults.push({ code, plage: place(start, end), message });
  };

  const convertMap = (node: YAMLMap, shape: Shape | undefined): Record<string, unknown> => {
    const entries: [string, unknown][] = [];
    const lines = new Map<string, number>();
    for (const pair of node.items) {
      const key = keyText(pair);
      const range = rangeOf(pair.key) ?? rangeOf(pair.value) ?? [0, 1];
      const first = key === null ? undefined : lines.get(key);
      if (key === null)
        refuse('syntaxe-yaml', range, 'une clé doit être un texte : ni liste, ni ensemble de champs, ni rien.');
      else if (key === '<<')
        refuse('syntaxe-yaml', range, 'la fusion de champs (« << ») n’est pas lue ; recopiez ces champs.');
      else if (first !== undefined) {
        refuse(
          'cle-en-double',
          range,
          key === 'id'
            ? `la clé « id » figure déjà à la ligne ${first} : une nouvelle fiche commence par un tiret (« - id: … »).`
            : `la clé « ${key} » figure déjà à la ligne ${first} ; une seule des deux valeurs serait lue.`,
        );
        // What follows is of another entry, which lacks its dash.
        if (key === 'id') break;
      } else {
        lines.set(key, lineOf(range[0]));
        entries.push([key, convert(pair.value, shape?.properties?.[key] ?? shape?.values)]);
      }
    }
    // `fromEntries` defines keys: a key named `__proto__` stays a key, refused by the schema.
    return Object.fromEntries(entries);
  };

  const convertAlias = (node: Alias, shape: Shape | undefined): unknown => {
    const target = anchors.get(node.source);
    named.add(node.source);
    if (!target || size + target.size > ALIAS_LIMIT + text.length) {
      refuse(
        'syntaxe-yaml',
        rangeOf(node) ?? [0, 1],
        target
          ? `l'alias « *${node.source} » répète trop de valeurs ; écrivez-les une fois.`
          : `l'alias « *${node.source} » ne renvoie à aucune ancre « &${node.source} » placée avant lui.`,
      );
      return null;
    }
    resolved.set(node, target.node);
    return convert(target.node, shape, true);
  };

  const convert = (node: unknown, shape: Shape | undefined, aliased = false): unknown => {
    const before = size++;
    let value: unknown = null;
    const tag = taggedOtherwise(node);
    if (tag !== null)
      refuse(
        'syntaxe-yaml',
        rangeOf(node) ?? [0, 1],
        `l'étiquette « ${tag} » n'est pas admise ; retirez-la, et écrivez la valeur en clair.`,
      );
    else if (isAlias(node)) value = convertAlias(node, shape);
    else if (isMap(node)) value = convertMap(node, shape);
    else if (isSeq(node)) value = node.items.map((item) => convert(item, shape?.items));
    else if (isScalar(node)) {
      value = readsAsText(shape, node.value) ? (node.source ?? String(node.value)) : node.value;
      remarks.push(...remarksOn(node, value, shape, text, place));
    }
    if (!aliased && typeof node === 'object' && node !== null && 'anchor' in node && typeof node.anchor === 'string') {
      anchors.set(node.anchor, { node, size: size - before });
      if (isScalar(node)) lost.set(node.anchor, lostWord(node, value, shape, text, place));
    }
    return value;
  };
  const remarksOf = (): SyntaxFault[] => [
    ...remarks,
    ...[...lost].flatMap(([anchor, told]) => (named.has(anchor) ? [] : told)),
  ];
  return { convert, faults, remarksOf, resolved };
}

/** The errors of the library are told at their place in the text: where in its code each was made, which takes as long as to read, is not asked. */
function withoutStacks<T>(read: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return read();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The same by the library, which reads all of YAML and knows the place of each value. */
export function parseWhole(text: string, shape: Shape, list: boolean): ParsedFile {
  const deep = tooDeep(text);
  if (deep !== null) return unread(text, deep);
  const { isScalar, LineCounter, parseDocument } = yaml();
  const counter = new LineCounter();
  // « error », for the parser keeps silent otherwise on the documents that follow the first. Duplicate keys are looked for above: the parser's own search is quadratic and does not tell where the first one is.
  const doc = withoutStacks(() =>
    parseDocument(text, { lineCounter: counter, uniqueKeys: false, prettyErrors: false, logLevel: 'error' }),
  );
  // The parser's count of lines forgets some after a text that is quoted wrong: it is made again from the text.
  counter.lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const place = placing(text);
  const { convert, faults, remarksOf, resolved } = converter(text, place, (offset) => counter.linePos(offset).line);
  for (const { code, start, end } of tellingErrors(doc.errors, text, counter))
    faults.push({ code: 'syntaxe-yaml', plage: place(start, end), message: `${yamlMessage(code)}.` });

  const root = doc.contents;
  const broken = faults.length > 0;
  if (!broken && (root === null || (isScalar(root) && root.value === null))) {
    const [end] = /[\u0085\u2028\u2029](?=\s*\S)/.exec(text) ?? [];
    const code = end?.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const [message, aide] =
      code === undefined
        ? ['le fichier ne contient aucune donnée.', 'Écrivez-y une fiche, ou supprimez-le.']
        : [
            `le fichier ne contient aucune donnée que YAML lise : ses lignes sont séparées par un signe (U+${code}) qui n’en commence pas une autre.`,
            'Enregistrez-le avec des fins de ligne ordinaires (VS Code : « LF » ou « CRLF », en bas à droite).',
          ];
    faults.push({ code: 'fichier-vide', plage: place(0, 1), message, aide });
    return { value: null, faults, remarks: remarksOf(), readable: false, places: () => ({ root: NOWHERE, place }) };
  }
  const whole = rootShape(shape, root, list);
  const value = broken ? null : convert(root, whole);
  const readable = !broken && !faults.some(({ code }) => code === 'syntaxe-yaml');
  const told = withQuotes(faults, text, whole, place);
  return {
    value,
    faults: told,
    remarks: remarksOf(),
    readable,
    places: () => ({ root: located(root, resolved), place }),
  };
}
