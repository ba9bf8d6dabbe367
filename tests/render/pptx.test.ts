/** Slides hold what they are given: what is too long goes on to the next one, and nothing is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slide } from '../../src/documents/slides.js';
import { layoutOf } from '../../src/render/pptx/measure.js';
import { splitSlides } from '../../src/render/pptx/split.js';

const words = fc
  .array(fc.constantFrom('eau', 'convention', 'accompagnement', 'à', 'territoire'), { minLength: 1, maxLength: 30 })
  .map((list) => list.join(' '));
const table = fc
  .array(fc.tuple(words, words, words), { minLength: 1, maxLength: 40 })
  .map((rows) => [['Un', 'Deux', 'Trois'], ...rows.map((row) => [...row])]);
const slide = (rest: Partial<Slide>): Slide => ({ title: 'Un titre', bullets: [], ...rest });

describe('slides that are too full', () => {
  it('go on, in order, without losing a row', () => {
    fc.assert(
      fc.property(table, fc.boolean(), (rows, cautious) => {
        const parts = splitSlides([slide({ table: rows, ...(cautious ? { caution: 'Prudence.' } : {}) })]);
        expect(parts.flatMap(({ table: part }) => part?.slice(1) ?? [])).toEqual(rows.slice(1));
        for (const part of parts) {
          expect(part.table?.[0]).toEqual(rows[0]);
          // One row alone may be taller than a slide; two never are.
          if ((part.table?.length ?? 0) > 2) expect(layoutOf(part).holds).toBe(true);
        }
      }),
    );
  });

  it('go on, in order, without losing a line of a list', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), (bullets) => {
        const parts = splitSlides([slide({ bullets })]);
        expect(parts.flatMap((part) => part.bullets)).toEqual(bullets);
        for (const part of parts) if (part.bullets.length > 1) expect(layoutOf(part).holds).toBe(true);
      }),
    );
  });

  it('say which part of how many they are; one that holds keeps its title', () => {
    const rows = [['Un'], ...Array.from({ length: 30 }, (_, i) => [`Ligne ${i}`])];
    const titles = splitSlides([slide({ table: rows }), slide({ bullets: ['court'] })]).map(({ title }) => title);
    expect(titles).toEqual(['Un titre (1/3)', 'Un titre (2/3)', 'Un titre (3/3)', 'Un titre']);
  });

  it('keep resolutions readable: five are two slides', () => {
    const resolutions = ['A', 'B', 'C', 'D', 'E'].map((letter) => ({ letter, title: 'T', text: 't' }));
    const parts = splitSlides([slide({ resolutions })]);
    expect(parts.map((part) => part.resolutions?.map(({ letter }) => letter).join(''))).toEqual(['ABC', 'DE']);
  });
});
