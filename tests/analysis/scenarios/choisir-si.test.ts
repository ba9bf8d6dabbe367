/** For what one would choose each scenario, at the limits. */
import { describe, expect, it } from 'vitest';
import { choisirSi, choixSelonPoids } from '../../../src/analysis/scenarios/comparaison/choisir-si.js';
import type { Evaluation } from '../../../src/analysis/scenarios/comparaison/evaluation.js';

const LIBELLES = ['Coût', 'Service', 'Délai', 'Risque'];

/** Measures: less of a cost is better, more of the others. */
const parmi = (mesures: number[][], ...centralWeights: (number[] | null)[]) =>
  choixSelonPoids({
    smaa: { centralWeights },
    criteres: LIBELLES.map((libelle) => ({ libelle, sens: libelle === 'Coût' ? 'min' : 'max' })),
    mesures,
  } as unknown as Evaluation);

/** All are equal on each criterion: each may be chosen for it. */
const of = (...centralWeights: (number[] | null)[]) =>
  parmi(
    centralWeights.map(() => [1, 1, 1, 1]),
    ...centralWeights,
  );

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

  it('is no criterion on which another does better, nor is a cost the higher the better', () => {
    const mesures = [
      [10, 5, 8, 3],
      [20, 7, 8, 2],
    ];
    expect(parmi(mesures, [0.4, 0.4, 0.1, 0.1], [0.4, 0.3, 0.28, 0.02])).toEqual([
      { scenario: 0, criteres: ['Coût'] },
      { scenario: 1, criteres: ['Service', 'Délai'] },
    ]);
    expect(parmi(mesures, null, [0.5, 0.1, 0.1, 0.3])).toEqual([]);
  });

  it('is one sentence, of two scenarios at least', () => {
    const nom = (i: number): string => `S${i}`;
    expect(choisirSi(of([0.28, 0.1, 0.32, 0.3], [0.2, 0.6, 0.1, 0.1]), nom)?.replace(/\s/gu, ' ')).toBe(
      'Choisir « S0 » si « Délai » et « Risque » comptent d’abord ; « S1 » si « Service » compte d’abord.',
    );
    expect(choisirSi(of([0.4, 0.2, 0.2, 0.2]), nom)).toBeNull();
    const alike = [
      { scenario: 0, criteres: ['Coût'] },
      { scenario: 1, criteres: ['Délai'] },
      { scenario: 2, criteres: ['Délai'] },
    ];
    expect(choisirSi(alike, nom)).toBe(
      'Choisir « S0 » si « Coût » compte d’abord ; « S1 » ou « S2 » si « Délai » compte d’abord.',
    );
    expect(choisirSi(alike.slice(1), nom)).toBeNull();
  });
});
