/** The nodes of a YAML text, found by path, and where each ends. */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Step } from '../study/yaml/locate.js';
import { rangeOf } from '../study/yaml/ranges.js';

/** A change that the text cannot receive where it was asked for; the sentence is for the user. */
export class RetoucheImpossible extends Error {}

export interface Place {
  node: unknown;
  /** Pair that holds the node, when its parent is a map. */
  pair: Pair | null;
  parent: YAMLMap | YAMLSeq | null;
  /** Whether the node stands inside brackets or braces. */
  enLigne: boolean;
}

export const keyOf = (pair: Pair): string =>
  isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : String(pair.key);

/** Walks down to the node at `chemin`; null when a step is missing. */
export function trouver(root: unknown, chemin: readonly Step[]): Place | null {
  let place: Place = { node: root, pair: null, parent: null, enLigne: false };
  for (const step of chemin) {
    const { node } = place;
    if (isAlias(node))
      throw new RetoucheImpossible(
        `la valeur vient d'une ancre « &${node.source} » écrite ailleurs : changez-la à la main.`,
      );
    const enLigne = place.enLigne || (isCollection(node) && node.flow === true);
    if (isSeq(node) && typeof step === 'number') {
      if (step >= node.items.length) return null;
      place = { node: node.items[step], pair: null, parent: node, enLigne };
    } else if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === String(step));
      if (!pair) return null;
      place = { node: pair.value, pair, parent: node, enLigne };
    } else return null;
  }
  return place;
}

/** Offset just after the last character of a node: trailing comments and blank lines of a block are left out. */
export function finDe(node: unknown, otherwise: number): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    if (isSeq(node)) return finDe(last, otherwise);
    const pair = last as Pair;
    const [, keyEnd] = rangeOf(pair.key) ?? [0, otherwise];
    return Math.max(keyEnd, finDe(pair.value, keyEnd));
  }
  return rangeOf(node)?.[1] ?? otherwise;
}

/** Comments held below a node, in order, each without its `#`. */
export function commentairesSous(node: unknown): string[] {
  const found: string[] = [];
  if (typeof node !== 'object' || node === null || isAlias(node)) return found;
  visit(node as Node, (_, child) => {
    if (typeof child !== 'object' || child === null) return;
    for (const text of ['commentBefore', 'comment'] as const) {
      const value: unknown = (child as unknown as Record<string, unknown>)[text];
      if (typeof value === 'string') found.push(...value.split('\n'));
    }
  });
  return found;
}

/** Column, from 0, at which `offset` stands. */
export const colonneDe = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** Start of the line after the one where something that ends at `offset` ends. */
export function ligneSuivante(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
