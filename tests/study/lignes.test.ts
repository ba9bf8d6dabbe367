import { beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../src/study/collections.js';
import { ligneEnDouble } from '../../src/study/rules/lignes.js';
import { eachValue } from '../../src/study/rules/walk.js';
import type { Shape } from '../../src/study/shape.js';
import { SHAPES } from '../../src/study/shapes.gen.js';
import type { Study } from '../../src/study/study.js';
import { etudeDe } from '../support/composed.js';

let study: Study;
beforeAll(async () => {
  study = structuredClone(await etudeDe('data'));
});

const told = (one: Study): string[] => {
  const found: string[] = [];
  ligneEnDouble(one, (_code, path) => found.push(path));
  return found;
};

/** Lists of the example that have a key, one of each kind. */
const listes = (): { path: string; liste: unknown[] }[] => {
  const kinds = new Map<Shape, { path: string; liste: unknown[] }>();
  eachValue(study, ({ path, value, shape }) => {
    if (shape?.cle && Array.isArray(value) && value.length > 0 && !kinds.has(shape))
      kinds.set(shape, { path, liste: value });
  });
  return [...kinds.values()];
};

const acles = (shape: Shape | undefined): Shape[] =>
  shape
    ? [shape, ...[shape.items, shape.values, ...Object.values(shape.properties ?? {})].flatMap(acles)].filter(
        (s) => s.cle,
      )
    : [];

describe('a line written twice', () => {
  it('is told in every kind of list that has a key', () => {
    expect(told(study)).toEqual([]);
    const kinds = listes();
    expect(kinds.length).toBeGreaterThanOrEqual(10);
    for (const { path, liste } of kinds) {
      liste.push({ ...(liste[0] as object) });
      expect(told(study)).toEqual([`${path}/${liste.length}`]);
      liste.pop();
    }
  });

  it('is another line as soon as one part of the key differs, or is not given', () => {
    const lines = (...list: object[]) => told({ priorites: { cadre: list } } as unknown as Study);
    expect(
      lines({ domaine: 'a', public: 'p' }, { domaine: 'a', public: 'q' }, { domaine: 'a' }, { public: 'p' }),
    ).toEqual([]);
    expect(lines({ domaine: 'a' }, { domaine: 'a', note: 2 })).toEqual(['priorites/cadre/2']);
    expect(
      told({ etude: { glossaire: [{ sigle: 'A' }, { sigle: 'B' }, { sigle: 'A' }] } } as unknown as Study),
    ).toEqual(['etude/glossaire/3']);
  });

  it('has keys that the lines of their schema have', () => {
    const keyed = COLLECTIONS.flatMap(({ nom }) => acles(SHAPES[nom]));
    expect(keyed.length).toBeGreaterThan(12);
    for (const { cle, items } of keyed)
      expect(Object.keys(items?.properties ?? {})).toEqual(expect.arrayContaining(cle ?? []));
  });
});
