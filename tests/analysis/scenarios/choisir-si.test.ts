/** For what one would choose each scenario, at the limits. */
import { describe, expect, it } from 'vitest';
import { choisirSi, choixSelonPoids } from '../../../src/analysis/scenarios/choisir-si.js';
import type { Evaluation } from '../../../src/analysis/scenarios/evaluation.js';

const of = (...centralWeights: (number[] | null)[]) =>
  choixSelonPoids({
    smaa: { centralWeights },
    criteres: ['Coût', 'Service', 'Délai', 'Risque'].map((libelle) => ({ libelle })),
  } as unknown as Evaluation);

describe('what one would choose a scenario for', () => {
  it('is what those who put it first weigh more than an even share, two criteria at the most, the weightiest first', () => {
    expect(of([0.28, 0.1, 0.32, 0.3], [0.2, 0.6, 0.1, 0.1])).toEqual([
      { scenario: 0, criteres: ['Délai', 'Risque'] },
      { scenario: 1, criteres: ['Service'] },
    ]);
    // Two hundredths above an even share, and just under.
    expect(of([0.27, 0.25, 0.24, 0.24]).map(({ criteres }) => criteres)).toEqual([['Coût']]);
    expect(of([0.269, 0.251, 0.24, 0.24])).toEqual([]);
  });

  it('is not said of one that never comes first', () => {
    expect(of(null, [0.4, 0.2, 0.2, 0.2])).toEqual([{ scenario: 1, criteres: ['Coût'] }]);
  });

  it('is one sentence, of two scenarios at least', () => {
    const nom = (i: number): string => `S${i}`;
    expect(choisirSi(of([0.28, 0.1, 0.32, 0.3], [0.2, 0.6, 0.1, 0.1]), nom)?.replace(/\s/gu, ' ')).toBe(
      'Choisir « S0 » si « Délai » et « Risque » comptent d’abord ; « S1 » si « Service » compte d’abord.',
    );
    expect(choisirSi(of([0.4, 0.2, 0.2, 0.2]), nom)).toBeNull();
  });
});
