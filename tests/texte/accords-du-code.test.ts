/** A count that may be one agrees with its noun: « pour 1 jours » is not written anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = new URL('../../src', import.meta.url).pathname;

/** A figure, then a plural noun written for good, in a text that the program makes. */
const FIGE =
  /\$\{nombreFr\((?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*\)\} (?:jours|points|actions|acteurs|besoins|demandes|projets|réunions|tests|communes|habitants|personnes|ans|heures|kilomètres|services|partenaires|organismes|outils|scénarios|prévus|convenus|faits|ont|sont)\b/;

/** A figure, then the unit that the data gives it, or euros: the unit agrees, and an amount has no decimal that nobody wrote. */
const SANS_QUANTITE =
  /\$\{nombreFr\((?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*\)\}(?:(?: |\\u00a0)€| \$\{(?:\w+\.)*unite\})/;

/** A count, whose noun agrees, then a participle that does not. */
const PARTICIPE_FIGE =
  /\$\{compte\((?:[^()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*\)\}(?: \$\{\w+\}| d’\p{L}+)? (?:prévus|convenus|faits|demandés|comptés)\b/u;

const lines = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.gen.ts'))
  .flatMap((file) =>
    readFileSync(join(SRC, file), 'utf8')
      .split('\n')
      .map((line, i) => ({ line, at: `${file}:${i + 1}` })),
  );
const faults = (fault: RegExp): string[] => lines.flatMap(({ line, at }) => (fault.test(line) ? [at] : []));

describe('figures and nouns', () => {
  it('agree: a number is never followed by a plural written for good', () => {
    expect(faults(FIGE)).toEqual([]);
  });
  it('agree: a count is never followed by a participle written for good', () => {
    expect(faults(PARTICIPE_FIGE)).toEqual([]);
  });
  it('agree: a number is never followed by its unit but as a quantity, nor by euros but as an amount', () => {
    expect(faults(SANS_QUANTITE)).toEqual([]);
  });
});
