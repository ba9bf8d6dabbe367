/** Published reference cases: every file of a folder (`MCDA_CASES`, or the project's own), each by its method. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ReferenceCase, Runner } from './mcda/case.js';
import { failures } from './mcda/compare.js';
import { RANKING_RUNNERS } from './mcda/rankings.js';
import { ROBUSTNESS_RUNNERS } from './mcda/robustness.js';
import { UNCERTAINTY_RUNNERS } from './mcda/uncertainty.js';

const folder = process.env.MCDA_CASES ?? fileURLToPath(new URL('../../fixtures/mcda', import.meta.url));
const RUNNERS: Record<string, Runner> = { ...RANKING_RUNNERS, ...ROBUSTNESS_RUNNERS, ...UNCERTAINTY_RUNNERS };

/** Optional methods that the project does not offer. */
const NOT_OFFERED = new Set(['electre3']);

/** Some published files write « not a number » bare, which JSON has no word for: read as null. */
const parse = (text: string): ReferenceCase => JSON.parse(text.replace(/(?<=[:[,]\s*)NaN\b/g, 'null'));

const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => parse(readFileSync(join(folder, name), 'utf8')));

describe('reference cases', () => {
  it('are found', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  for (const reference of cases) {
    const test = NOT_OFFERED.has(reference.method) ? it.skip : it;
    test(`${reference.method}: ${reference.id}`, () => {
      const run = RUNNERS[reference.method];
      if (!run) throw new Error(`no method "${reference.method}"`);
      const list = run(reference);
      expect(list.length).toBeGreaterThan(0);
      expect(failures(list)).toEqual([]);
    });
  }
});
