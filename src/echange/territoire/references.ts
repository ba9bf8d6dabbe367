/** Communes that entries name by code, and what becomes of them when a commune has become part of another. */

import type { Retouche } from '../../edition/retouche.js';
import { isRecord } from '../../study/record.js';
import type { Shape } from '../../study/shape.js';
import type { Step } from '../../study/yaml/locate.js';

const COMMUNE = 'territoire.communes#code';

/** A list that would name the same commune twice names it once. */
function dansUneListe(value: readonly unknown[], devenues: ReadonlyMap<string, string>, chemin: Step[]): Retouche[] {
  const whole = (code: unknown): unknown => (typeof code === 'string' ? (devenues.get(code) ?? code) : code);
  const after = [...new Set(value.map(whole))];
  if (after.length < value.length) return [{ geste: 'definir', chemin, valeur: after }];
  return value.flatMap((code, index): Retouche[] =>
    whole(code) === code ? [] : [{ geste: 'definir', chemin: [...chemin, index], valeur: whole(code) }],
  );
}

/** Changes that give every reference to a commune of `devenues` the code of the commune that it is now part of. */
export function retouchesReferences(
  value: unknown,
  shape: Shape,
  devenues: ReadonlyMap<string, string>,
  chemin: Step[] = [],
): Retouche[] {
  if (typeof value === 'string') {
    const whole = shape.reference === COMMUNE ? devenues.get(value) : undefined;
    return whole === undefined ? [] : [{ geste: 'definir', chemin, valeur: whole }];
  }
  if (Array.isArray(value)) {
    const { items } = shape;
    if (!items) return [];
    if (items.reference === COMMUNE) return dansUneListe(value, devenues, chemin);
    return value.flatMap((child, index) => retouchesReferences(child, items, devenues, [...chemin, index]));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const below = shape.properties?.[key] ?? shape.values;
    return below ? retouchesReferences(child, below, devenues, [...chemin, key]) : [];
  });
}
