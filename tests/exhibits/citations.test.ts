/** How often a need was mentioned: what was not counted is not « 0 ». */
import { expect, it } from 'vitest';
import type { BesoinAnalyse } from '../../src/analysis/diagnostic/index.js';
import { citations } from '../../src/exhibits/diagnostic/besoins/communs.js';

it('are told out of the participations of the public, and not at all where nobody counted them', () => {
  const of = (mentions: number | null, base: number) => citations({ mentions, base } as BesoinAnalyse);
  expect([of(71, 249), of(0, 249), of(3, 0), of(null, 249), of(null, 0)]).toEqual([
    '71 sur 249',
    '0 sur 249',
    '3',
    null,
    null,
  ]);
});
