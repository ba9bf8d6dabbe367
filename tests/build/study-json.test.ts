/** A study written part by part is what `JSON.stringify` writes of it whole. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indented, written } from '../../src/build/inputs/study-json.js';
import type { Study } from '../../src/study/study.js';

it('is the same, its parts shared or not, whatever they hold', () => {
  const part = fc.oneof(
    fc.jsonValue(),
    fc.constant(undefined),
    fc.constant({ texte: 'une ligne\nune autre', vide: [] }),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), part, { minKeys: 1 }), (given) => {
      const study = given as unknown as Study;
      for (const one of [study, { ...study }]) {
        expect(written(one)).toBe(JSON.stringify(one));
        if (Object.values(one).some((value) => value !== undefined))
          expect(indented(one)).toBe(JSON.stringify(one, null, 2));
      }
    }),
    { numRuns: 50 },
  );
});
