/** A value written as YAML on one line reads back as it was, whatever it holds: what is between braces must not run over. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { enLigne } from '../../../src/study/yaml/one-line.js';

it('is one line that reads back the same (property)', () => {
  // Every code point but half a pair: fast-check's own unit for these builds a table of the million of them, which took most of the time.
  const point = fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }));
  const text = fc.oneof(
    fc.array(point, { maxLength: 30 }).map((points) => String.fromCodePoint(...points)),
    fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '\n',
        '"',
        "'",
        '#',
        ':',
        '-',
        ',',
        '[',
        '}',
        '\\',
        '\t',
        '\r',
        '0',
        'é',
        '\u2028',
        '\u0085',
      ),
      maxLength: 12,
    }),
    fc.constantFrom('motX\nsuite', `${'long '.repeat(40)}\nfin`, 'a\n\nb\n', "l'an\n012", '"a"\nb'),
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, text, fc.integer(), fc.boolean(), tie('list'), tie('map')),
    list: fc.array(tie('any'), { maxLength: 4 }),
    map: fc.dictionary(text, tie('any'), { maxKeys: 4, noNullPrototype: true }),
  })).any;
  fc.assert(
    fc.property(value, (one) => {
      const written = enLigne(one);
      expect(written).not.toMatch(/[\n\r]/);
      expect(parse(`cle: ${written}`)).toEqual({ cle: one });
    }),
    { numRuns: 200 },
  );
});
