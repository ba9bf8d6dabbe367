/** What the schemas say of each field: the reference, the editor, the forms and the messages show nothing else. */
import { describe, expect, it } from 'vitest';
import type { Shape } from '../../src/study/shape.js';
import { SHAPES } from '../../src/study/shapes.gen.js';

const LEAST = 3;

const words = (text: string): number => text.match(/[\p{L}\d]+/gu)?.length ?? 0;

/** Paths of the mandatory fields of a shape whose description has fewer words than it takes to explain one. */
function terse(shape: Shape, path: string): string[] {
  const own = (shape.required ?? []).flatMap((key) => {
    const said = shape.properties?.[key]?.description ?? '';
    return words(said) < LEAST ? [`${path}.${key} : « ${said} »`] : [];
  });
  const below = [
    ...Object.entries(shape.properties ?? {}).map(([key, child]) => [child, `${path}.${key}`] as const),
    ...[shape.items, shape.values].flatMap((child) => (child ? [[child, path] as const] : [])),
  ];
  return [...own, ...below.flatMap(([child, at]) => terse(child, at))];
}

describe('what is said of a mandatory field', () => {
  it('is a sentence, and not its name again', () => {
    expect(Object.entries(SHAPES).flatMap(([name, shape]) => terse(shape, name))).toEqual([]);
  });

  it('is looked for at every depth', () => {
    const field: Shape = { types: ['string'], description: 'Métier.' };
    const list: Shape = {
      types: ['array'],
      items: { types: ['object'], required: ['profil'], properties: { profil: field } },
    };
    expect(terse({ types: ['object'], properties: { postes: list } }, 'moyens')).toEqual([
      'moyens.postes.profil : « Métier. »',
    ]);
  });
});
