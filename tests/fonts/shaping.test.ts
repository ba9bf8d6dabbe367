import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Face, shaperOf } from '../../src/fonts/shaping.js';

const require = createRequire(import.meta.url);
const fontkit = require('fontkit') as { openSync(path: string): Face };
const faces = ['Regular', 'Semibold', 'It', 'SemiboldIt'].map((name) =>
  fontkit.openSync(require.resolve(`source-sans/TTF/SourceSans3-${name}.ttf`)),
);

/** Glyphs, and where each stands. */
const drawn = (run: { glyphs: { id: number }[]; positions: object[] }): string =>
  JSON.stringify([
    run.glyphs.map(({ id }) => id),
    run.positions.map((position) => {
      const { xAdvance, yAdvance, xOffset, yOffset } = position as Record<string, number>;
      return [xAdvance, yAdvance, xOffset, yOffset];
    }),
  ]);

/** Words of texts of many kinds, in French, with their figures and signs. */
const words = [
  ...new Set(
    ['README.md', 'docs/guide.md', 'CHANGELOG.md', 'data/acteurs.yaml']
      .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
      .join(' ')
      .split(/(?<= )|\n/),
  ),
];

const SIGNS = [
  ..."abcdefghijklmnoprstuvwxyzéèêëàâîïôöùûüçœæÉÀÇŒABCDEFGLMOTVWY0123456789 .,;:!?'’«»–—-…()/%€°²½",
  'ff',
  'ft',
  'fft',
  'ffi',
];
const ODD = [...SIGNS, '\u00a0', '\u202f', '\u00ad', '\u2060', 'ﬁ', '\u0301', 'ß', 'ø', '→', '≤', 'Ω', 'д', '😀', '⁄'];

describe('a shaper', () => {
  it.each(faces.map((face, i) => [i, face] as const))('of face %i draws real words as fontkit does', (i, face) => {
    const shape = shaperOf(face);
    const own = words.filter((_, rank) => rank % 4 === i);
    expect(own.length).toBeGreaterThan(900);
    const different = own.filter((word) => drawn(shape(word)) !== drawn(face.layout(word)));
    expect(different).toEqual([]);
  });

  it('draws any signs as fontkit does', () => {
    const shapers = faces.map((face) => shaperOf(face));
    const text = fc.oneof(
      fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }),
      fc.array(fc.constantFrom(...ODD), { maxLength: 6 }),
    );
    fc.assert(
      fc.property(text, fc.nat(3), (signs, i) => {
        const face = faces[i];
        if (!face) throw new RangeError('four faces');
        const wanted = face.layout(signs.join(''));
        const found = shapers[i]?.(signs.join(''));
        expect(found && drawn(found)).toBe(drawn(wanted));
        expect(found?.advanceWidth).toBe((wanted as unknown as { advanceWidth: number }).advanceWidth);
      }),
      { numRuns: 600, seed: 7 },
    );
  });

  it('keeps the characters of each glyph, whatever was drawn before', () => {
    const [face] = faces;
    if (!face) throw new RangeError('four faces');
    for (const text of ['±1', '≤ 10', '−10', ' %'])
      expect(String.fromCodePoint(...shaperOf(face)(text).glyphs.flatMap(({ codePoints }) => codePoints))).toBe(text);
  });

  it('scales what it gives, and gives nothing for nothing', () => {
    const [face] = faces;
    if (!face) throw new RangeError('four faces');
    const { positions, advanceWidth } = shaperOf(face, 2)('Va');
    expect(advanceWidth).toBe(2 * shaperOf(face)('Va').advanceWidth);
    expect(positions[0]?.advanceWidth).toBeGreaterThan(positions[0]?.xAdvance ?? 0);
    expect(shaperOf(face)('')).toEqual({ glyphs: [], positions: [], advanceWidth: 0 });
  });

  /** The face, and the texts that fontkit is asked to shape with it. */
  const watch = (face: Face): { watched: Face; asked: string[] } => {
    const asked: string[] = [];
    const watched = new Proxy(face, {
      get: (own, key) => {
        const value: unknown = Reflect.get(own, key);
        if (key !== 'layout') return value;
        return (text: string, ...rest: [string[]?, string?]) => {
          asked.push(text);
          return own.layout(text, ...rest);
        };
      },
    });
    return { watched, asked };
  };

  it('asks fontkit for no text in French, whose pairs were shaped when the program was built', () => {
    for (const face of faces) {
      const { watched, asked } = watch(face);
      const shape = shaperOf(watched);
      for (const text of ['Vajra', 'l’effort affiché : « 12,5 % » ', 'Fft. — offerts', 'Œuvre à 3 €/m², n° 4'])
        shape(text);
      expect(asked).toEqual([]);
    }
  });

  it('takes the pairs of a font for no other, whatever its name', () => {
    const { watched, asked } = watch(faces[0] as Face);
    const own = readFileSync(require.resolve('source-sans/TTF/SourceSans3-Regular.ttf'));
    const altered = new Proxy(watched, {
      get: (face, key): unknown => (key === 'stream' ? { buffer: own.subarray(1) } : Reflect.get(face, key)),
    });
    shaperOf(altered)('Vajra');
    expect(asked).toContain('Va');
  });

  it('asks fontkit once a font for a pair, whoever opens its file', () => {
    const path = require.resolve('source-sans/TTF/SourceSans3-Regular.ttf');
    const [first, second] = [fontkit.openSync(path), fontkit.openSync(path)];
    const { watched, asked } = watch(second);
    shaperOf(first)('ŴŶ');
    const shape = shaperOf(watched);
    expect(drawn(shape('ŴŶ'))).toBe(drawn(first.layout('ŴŶ')));
    expect(asked).toEqual([]);
    shape('\u0301');
    expect(asked).toEqual(['\u0301']);
  });
});
