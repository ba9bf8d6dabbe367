import { describe, expect, it } from 'vitest';
import { precisions } from '../../src/exhibits/precisions.js';
import { COLLECTIONS } from '../../src/study/collections.js';
import type { Shape } from '../../src/study/shape.js';
import { SHAPES } from '../../src/study/shapes.gen.js';
import type { Study } from '../../src/study/study.js';

const INVENTAIRES = COLLECTIONS.map(({ nom }) => nom);

/** A value of the shape whose every text is its own path, so that what is shown is told by where it stands. */
function exemple(shape: Shape, path: string): unknown {
  const { types = [], properties, items, values } = shape;
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([key, child]) => [key, exemple(child, `${path}.${key}`)]),
    );
  if (items) return [exemple(items, path)];
  if (values) return { cle: exemple(values, `${path}.*`) };
  if (types.includes('string') && !shape.date) return path;
  return types.includes('boolean') ? true : types.includes('number') || types.includes('integer') ? 7 : undefined;
}

/** Paths of the documentary fields that a text can be written in, or in a part of. */
function declares(shape: Shape, path: string): string[] {
  const below = [
    ...Object.entries(shape.properties ?? {}).map(([key, child]) => [child, `${path}.${key}`] as const),
    ...(shape.items ? [[shape.items, path] as const] : []),
    ...(shape.values ? [[shape.values, `${path}.*`] as const] : []),
  ];
  return below.flatMap(([child, at]) =>
    child.documentary === undefined
      ? declares(child, at)
      : JSON.stringify(exemple(child, at) ?? '').includes(at)
        ? [at]
        : [],
  );
}

const etude = Object.fromEntries(
  COLLECTIONS.map(({ nom, cle, liste }) => {
    const value = exemple(SHAPES[nom] ?? {}, nom);
    return [cle, liste ? [value] : value];
  }),
) as unknown as Study;

describe('the documentary fields', () => {
  const { rows } = precisions(etude, { date: '2018-02-15', inventaires: INVENTAIRES });

  it('are all shown, with what their schema says of them', () => {
    const shown = rows.map(({ valeur }) => String(valeur)).join('\n');
    const attendus = INVENTAIRES.flatMap((nom) => declares(SHAPES[nom] ?? {}, nom));
    expect(attendus.length).toBeGreaterThan(40);
    expect(attendus.filter((path) => !shown.includes(path))).toEqual([]);
    expect(rows.filter(({ precision }) => !precision)).toEqual([]);
  });

  it('leave out what is later than the document, and the inventories that stay internal', () => {
    const experience = {
      id: 'x',
      nom: 'Ailleurs',
      actualisations: [
        { date: '2019', texte: 'tard' },
        { date: '2017', texte: 'tôt' },
      ],
    };
    const study = { ...etude, experiences: [experience] } as unknown as Study;
    const of = (interne: boolean, internes: string[]): unknown[] =>
      precisions({ ...study, etude: { ...study.etude, inventaires_internes: internes } } as Study, {
        date: '2018-02-15',
        inventaires: ['experiences'],
        interne,
      }).rows.map(({ fiche, valeur }) => [fiche, valeur]);
    expect(of(false, [])).toEqual([['Ailleurs, 2017', 'tôt']]);
    expect(of(false, ['experiences'])).toEqual([]);
    expect(of(true, ['experiences'])).toHaveLength(1);
  });
});
