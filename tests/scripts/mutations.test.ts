import { describe, expect, it } from 'vitest';
import { mute } from '../../scripts/mutations/compilateur.js';
import { intervalle, tirer } from '../../scripts/mutations/tirage.js';

const listes = [70, 20, 9, 1].map((taille, l) => Array.from({ length: taille }, (_, i) => ({ l, i })));

describe('the sample of mutants', () => {
  it('gives each file its share to one mutant, and none twice', () => {
    for (const graine of [1, 2, 3]) {
      const drawn = tirer(listes, 10, graine);
      expect(new Set(drawn).size).toBe(10);
      const parts = [0, 1, 2, 3].map((l) => drawn.filter((one) => one.l === l).length);
      for (const [l, share] of [7, 2, 0.9, 0.1].entries()) expect(Math.abs((parts[l] ?? 0) - share)).toBeLessThan(1);
    }
  });

  it('is the same for a seed, another for another, and all when there are too few', () => {
    expect(tirer(listes, 10, 1)).toEqual(tirer(listes, 10, 1));
    expect(tirer(listes, 10, 1)).not.toEqual(tirer(listes, 10, 2));
    expect(new Set(tirer(listes, 500, 1)).size).toBe(100);
  });

  it('says what a rate is worth: the intervals of Wilson', () => {
    expect(intervalle(8, 10).map((bound) => Number(bound.toFixed(3)))).toEqual([0.49, 0.943]);
    expect(intervalle(0, 10)).toEqual([0, expect.closeTo(0.278, 3)]);
    expect(intervalle(10, 10)[1]).toBeCloseTo(1, 12);
    expect(intervalle(0, 0)).toEqual([0, 1]);
  });
});

describe('a mutant given to the compiler', () => {
  it.each([
    [
      'const a = 1;\nconst b = [];\n',
      { start: { line: 1, column: 10 }, end: { line: 1, column: 12 } },
      '["x"]',
      'const a = 1;\nconst b = ["x"];\n',
    ],
    [
      'f(() => {\n  g();\n});',
      { start: { line: 0, column: 2 }, end: { line: 2, column: 1 } },
      '() => {}',
      'f(() => {});',
    ],
  ])('stands in the text of its file', (text, place, texte, muted) => {
    expect(mute(text, { place, texte })).toBe(muted);
  });
});
