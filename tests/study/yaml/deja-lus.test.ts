/** A file whose text has not changed is read once in a process, as long as there is room for it. */
import { expect, it } from 'vitest';
import type { Shape } from '../../../src/study/shape.js';
import { lireYaml } from '../../../src/study/yaml/deja-lus.js';

const SHAPE: Shape = { types: ['object'] };
const lire = (text: string, shape = SHAPE, list = false) => lireYaml(text, shape, list);

it('is the same while its text, its shape and its place in a list are', () => {
  const first = lire('titre: Un verger');
  expect(first.value).toEqual({ titre: 'Un verger' });
  expect(lire('titre: Un verger')).toBe(first);
  expect(lire('titre: Un verger', { types: ['object'] })).not.toBe(first);
  expect(lire('titre: Deux vergers').value).toEqual({ titre: 'Deux vergers' });
});

it('is forgotten once others have taken its place', () => {
  const first = lire('titre: Une mare');
  for (let i = 0; i < 5; i++) lire(`titre: ${'x'.repeat(1_000_000)}${i}`);
  const again = lire('titre: Une mare');
  expect(again).not.toBe(first);
  expect(again).toEqual({ ...first, places: expect.any(Function) });
});
