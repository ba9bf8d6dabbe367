/** Amounts with the tax and without it. */
import { describe, expect, it } from 'vitest';
import {
  horsTaxesEtFonds,
  memePrixAvecEtSansTaxe,
  tauxEnPart,
} from '../../../../src/analysis/coherence/regles/financement/taxes.js';
import { taxesDites } from '../../../../src/exhibits/scenarios/contexte.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { tells, told } from '../told.js';

describe('a rate that is read in per cent', () => {
  it('is told when it is written as a part of one, and only where it is read so', () => {
    const of = (valeur: number | undefined, criteres: object = { hypotheses: { fctva: { reference: 'r' } } }) => ({
      ...etudeAvecScenarios([scenario('a')]),
      references: [{ id: 'r', titre: 'R', valeur }],
      criteres,
    });
    const minimum = { viabilite: { reference_autofinancement: 'r' } };
    expect(
      tells(tauxEnPart, [
        of(0.16404),
        of(0.2, minimum),
        of(0.99),
        of(1),
        of(16.404),
        of(0),
        of(undefined),
        of(0.2, {}),
      ]),
    ).toEqual([1, 1, 1, 0, 0, 0, 0, 0]);
  });
});

describe('a scenario without the tax', () => {
  it('is given nothing back by the fund', () => {
    const of = (rest: object) => etudeAvecScenarios([scenario('a', rest)]);
    expect(
      tells(horsTaxesEtFonds, [
        of({ montants: 'ht', fctva_applicable: true }),
        of({ montants: 'ht', fctva_applicable: false }),
        of({ montants: 'ttc', fctva_applicable: true }),
        of({ fctva_applicable: true }),
      ]),
    ).toEqual([1, 0, 0, 0]);
  });
  it('does not take the price of one with it', () => {
    const takes = (rest: object = {}) => [{ outil: 'four', annee: 1, quantite: 1, ...rest }];
    const of = (a: object, b: object, investissement = 9000) => ({
      ...etudeAvecScenarios([scenario('a', a), scenario('b', b)]),
      outils: [{ id: 'four', nom: 'Four', domaines: [], publics: [], cout: { investissement } }],
    });
    const [ht, ttc] = [
      { montants: 'ht', outils: takes() },
      { montants: 'ttc', outils: takes() },
    ];
    expect(told(memePrixAvecEtSansTaxe, of(ttc, ht))).toEqual([
      'scenarios/b/outils/1 / scenarios/a/outils/1 / outils/four/cout/investissement',
    ]);
    expect(
      tells(memePrixAvecEtSansTaxe, [
        of(ht, ht),
        of(ht, { ...ttc, outils: takes({ investissement: 10_800 }) }),
        of(ht, { outils: takes() }),
        of(ht, ttc, 0),
      ]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('says so under its tables, where the study does', () => {
    const dit = (rest: object) => taxesDites({ chiffrage: { scenario: scenario('a', rest) } } as never);
    expect([dit({}), dit({ montants: 'ht' }), dit({ montants: 'ttc' })]).toEqual([
      '',
      ' ; dépenses hors taxes',
      ' ; dépenses toutes taxes comprises',
    ]);
  });
});
