/** Edits of a YAML text at the places of its nodes: what is not touched keeps its bytes, comments and order included. */
import { isMap, isScalar, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
import { tooDeep } from '../../study/yaml/nesting.js';

export interface Edit {
  /** Offsets in the text: what is between them is replaced. */
  from: number;
  to: number;
  par: string;
}

export interface ClePlacee {
  cle: string;
  pair: Pair;
  map: YAMLMap;
  /** Keys above, lists left out: `exigences`, `marche`. */
  parents: string[];
}

const textOf = (node: unknown): string => (isScalar(node) ? String(node.value) : '');

const rangeOf = (node: unknown): readonly [number, number] | null =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? [Number(node.range[0]), Number(node.range[1])]
    : null;

/** Every key of a file, with where it stands; none when the text is not YAML, or goes too deep. */
export function clesDe(texte: string): ClePlacee[] {
  if (tooDeep(texte) !== null) return [];
  const doc = parseDocument(texte, { uniqueKeys: false, logLevel: 'silent' });
  if (doc.errors.length > 0) return [];
  const found: ClePlacee[] = [];
  visit(doc, {
    Pair: (_, pair, path) => {
      const map = path.at(-1);
      if (!isMap(map)) return undefined;
      const parents = path.flatMap((node) =>
        typeof node === 'object' && 'key' in node && !('items' in node) ? [textOf(node.key)] : [],
      );
      found.push({ cle: textOf(pair.key), pair, map, parents });
      return undefined;
    },
  });
  return found;
}

export const valeurDe = ({ pair }: ClePlacee): string => textOf(pair.value);

/** The value of another key of the same map. */
export const voisine = ({ map }: ClePlacee, cle: string): string => textOf(map.get(cle, true));

export function renommer({ pair }: ClePlacee, par: string): Edit[] {
  const range = rangeOf(pair.key);
  return range ? [{ from: range[0], to: range[1], par }] : [];
}

export function remplacer({ pair }: ClePlacee, par: string): Edit[] {
  const range = rangeOf(pair.value);
  return range ? [{ from: range[0], to: range[1], par }] : [];
}

/** Adds `cle: valeur` after a key, on a line of its own with the same indentation, or beside it in braces. */
export function ajouterApres(texte: string, { pair, map }: ClePlacee, lignes: readonly string[]): Edit[] {
  const [start, end] = [rangeOf(pair.key)?.[0], rangeOf(pair.value)?.[1] ?? rangeOf(pair.key)?.[1]];
  if (start === undefined || end === undefined || lignes.length === 0) return [];
  if (map.flow) return [{ from: end, to: end, par: lignes.map((ligne) => `, ${ligne}`).join('') }];
  const indent = ' '.repeat(start - (texte.lastIndexOf('\n', start - 1) + 1));
  // After what else stands on the line: a comment stays beside its value.
  const eol = texte.indexOf('\n', end);
  const at = eol < 0 ? texte.length : eol;
  return [{ from: at, to: at, par: lignes.map((ligne) => `\n${indent}${ligne}`).join('') }];
}

/** Adds a line before a key, at its indentation. */
export function ajouterAvant(texte: string, { pair }: ClePlacee, ligne: string): Edit[] {
  const start = rangeOf(pair.key)?.[0];
  if (start === undefined) return [];
  const indent = ' '.repeat(start - (texte.lastIndexOf('\n', start - 1) + 1));
  return [{ from: start, to: start, par: `${ligne}\n${indent}` }];
}

export function appliquer(texte: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, par }) => text.slice(0, from) + par + text.slice(to), texte);
}
