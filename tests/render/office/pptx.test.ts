/** Slides hold what they are given: what is too long goes on to the next one, and nothing is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slide } from '../../../src/documents/slides.js';
import { COVER_TITLE, layoutOf, layoutOfColumns, TITLE, titleText } from '../../../src/render/pptx/measure.js';
import { splitSlides } from '../../../src/render/pptx/split.js';

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
    // A long one leaves the others to the next slide; what goes on keeps the first words for the speaker.
    const whole = resolutions.map((one) => ({ ...one, notes: `${one.letter} en entier.` }));
    expect(splitSlides([slide({ resolutions: whole, notes: 'Lire.' })]).map(({ notes }) => notes)).toEqual([
      'Lire. A en entier. B en entier. C en entier.',
      'Suite. Lire. D en entier. E en entier.',
    ]);
    const long = resolutions.map((one) => (one.letter === 'A' ? { ...one, text: 'mot '.repeat(60) } : one));
    const [first, second] = splitSlides([slide({ resolutions: long, notes: 'Lire. A, en entier : mot.' })]);
    expect(first?.resolutions?.map(({ letter }) => letter)).toEqual(['A']);
    expect(second?.notes).toBe('Suite. Lire.');
  });
});

describe('slides that have room', () => {
  const rows = (count: number): string[][] => [
    ['Point', 'Durée'],
    ...Array.from({ length: count }, (_, i) => [`Point ${i}`, '30 min']),
  ];

  it('set a short table large and airy, and a full one as small as it needs', () => {
    const [few, many] = [layoutOf(slide({ table: rows(2) })), layoutOf(slide({ table: rows(11) }))];
    expect(few.table.size).toBe(20);
    expect(few.table.air).toBeGreaterThan(0.1);
    expect(many.table.size).toBeLessThan(16);
    for (const { table, room } of [few, many]) expect(table.height).toBeLessThanOrEqual(room);
  });

  it('never break a word for larger type', () => {
    const wide = [['accompagnement', 'réglementaire', 'intercommunalité', 'participations', 'expérimentation']];
    expect(layoutOf(slide({ table: [...wide, ['1', '2', '3', '4', '5']] })).table.size).toBe(16);
  });

  it('keep under their headings the lines of columns, however wide the bold of these', () => {
    // Three lines of bold, none of whose words is cut, in a column of 3.5 inches; two by the count of their letters.
    const columns = [
      { title: 'ABCDE, services énergétiques durables en Région', lines: ['a'.repeat(90)] },
      { title: 'Deux', lines: ['a'.repeat(120)] },
      { title: 'Trois', lines: ['a'.repeat(100)] },
    ];
    const { title, heading } = layoutOfColumns(columns, 12.13, 5);
    expect(title).toBeGreaterThan((3 * heading * 1.36) / 72);
  });

  it('keep a title at its size where it holds, and set a longer one smaller, be it a word without end', () => {
    const size = (text: string, place: Parameters<typeof titleText>[1]): number =>
      titleText(text, place)[0]?.options.fontSize ?? place.sizes[0];
    expect(size('Huit besoins sur trente sont couverts par ce qui existe, vingt en partie', TITLE)).toBe(24);
    expect(size('Commission, choix de la société', COVER_TITLE)).toBe(38);
    expect(size('mot '.repeat(50), TITLE)).toBeLessThan(24);
    expect(size('mot '.repeat(65), TITLE)).toBeLessThanOrEqual(size('mot '.repeat(50), TITLE));
    expect(size('anticonstitutionnellement'.repeat(9), COVER_TITLE)).toBeLessThan(38);
  });

  it('set few bullets larger and further apart, and leave those above a table as they were', () => {
    const few = layoutOf(slide({ bullets: ['un', 'deux', 'trois'] })).bullets;
    expect([few.size, few.after]).toEqual([20, 18]);
    const above = layoutOf(slide({ bullets: ['un'], table: rows(2) })).bullets;
    expect([above.size, above.after]).toEqual([18, 8]);
  });

  it('hold whatever they are given: what grows takes only the room that is left', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.option(table), (bullets, rows) => {
        const layout = layoutOf(slide({ bullets, ...(rows ? { table: rows } : {}) }));
        if (!layout.holds) return;
        const drawn = layout.bullets.height + layout.table.height;
        expect(drawn).toBeLessThanOrEqual(6.75 - 1.65 + 0.2 + 1e-9);
        for (const size of [layout.bullets.size, layout.table.size]) expect(size).toBeLessThanOrEqual(20);
      }),
    );
  });
});
