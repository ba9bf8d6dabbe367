/** Bearers that do not start from the same cash: what a scenario has of its own counts in place of the common assumption. */
import { describe, expect, it } from 'vitest';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { tresorerieDe } from '../../../src/analysis/scenarios/financement/tresorerie.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

const costed = (own?: { montant: number; motif: string }) => {
  const one = scenario('a', own ? { tresorerie_initiale: own } : {});
  const study = etudeAvecScenarios([one], [], { hypotheses: { tresorerie_initiale: 1000 } } as never);
  return { study, chiffrage: chiffrer(study, one, hypothesesDe(study)) };
};

describe('the cash of the first day', () => {
  it('is that of the scenario, nothing included, in the balances and in the draws', () => {
    const [common, none, more] = [
      costed(),
      costed({ montant: 0, motif: 'une société à créer' }),
      costed({ montant: 5000, motif: 'ses réserves' }),
    ];
    const starts = [common, none, more].map(({ chiffrage }) => chiffrage.tresorerie.depart);
    expect(starts).toEqual([1000, 0, 5000]);
    const lows = [common, none, more].map(
      ({ chiffrage: { modele, cles } }) => tresorerieDe(modele, cles).soldes.at(-1) ?? Number.NaN,
    );
    expect(lows.map((low) => Math.round(low - (lows[1] ?? 0)))).toEqual([1000, 0, 5000]);
    const short = ({ study, chiffrage }: ReturnType<typeof costed>, start: number) =>
      simuler(chiffrage, hypothesesDe(study), 200, 1, { charge: 1, tresorerie: start })
        .probabiliteTresorerieInsuffisante;
    // The balance never passes what there was, so that it is under one euro more in every draw.
    expect(short(none, 1)).toBe(1);
  });
});
