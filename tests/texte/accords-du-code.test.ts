/** A count that may be one agrees with its noun: « pour 1 jours » is not written anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = new URL('../../src', import.meta.url).pathname;

/** A figure, then a plural noun written for good, in a text that the program makes. */
const FIGE =
  /\$\{nombreFr\((?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*\)\} (?:jours|points|actions|acteurs|besoins|demandes|projets|réunions|tests|communes|habitants|personnes|ans|heures|kilomètres|services|partenaires|organismes|outils|scénarios|prévus|convenus)\b/;

describe('figures and nouns', () => {
  it('agree: a number is never followed by a plural written for good', () => {
    const faults = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.gen.ts'))
      .flatMap((file) =>
        readFileSync(join(SRC, file), 'utf8')
          .split('\n')
          .flatMap((line, i) => (FIGE.test(line) ? [`${file}:${i + 1}`] : [])),
      );
    expect(faults).toEqual([]);
  });
});
