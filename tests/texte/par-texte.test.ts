/** What is kept of a text is what it gave, and is forgotten before it fills the memory. */
import { expect, it } from 'vitest';
import { parTexte } from '../../src/texte/par-texte.js';

it('computes once a text, again once it was forgotten', () => {
  const asked: string[] = [];
  const longueur = parTexte((texte) => asked.push(texte) && texte.length);
  expect([longueur('abc'), longueur('abc'), longueur('')]).toEqual([3, 3, 0]);
  expect(asked).toEqual(['abc', '']);
  for (let i = 0; i < 10_000; i++) longueur(`n° ${i}`);
  asked.length = 0;
  expect(longueur('abc')).toBe(3);
  expect(asked).toEqual(['abc']);
});
