/** What is out of scale, at its limits: a vast commune that is one, a small receipt that is one, thousands lost in each kind of amount. */
import { describe, expect, it } from 'vitest';
import {
  communeDemesuree,
  montantEnMilliers,
} from '../../../../src/analysis/coherence/regles/chiffres/ordres-de-grandeur.js';
import type { Scenario } from '../../../../src/study/types.gen.js';
import { avec, base, count, poste, said, tells, told } from '../told.js';

const commune = (code: string, population?: number, superficie_km2?: number) => ({
  code,
  nom: `C${code}`,
  epci: 'e',
  ...(population === undefined ? {} : { population }),
  ...(superficie_km2 === undefined ? {} : { superficie_km2 }),
});
const places = (...communes: ReturnType<typeof commune>[]) => avec({}, { territoire: { communes } });

describe('the area of a commune', () => {
  it('is that of the largest at most, overseas as well', () => {
    expect(
      tells(communeDemesuree, [
        places(commune('13004', 53_000, 759)),
        places(commune('13004', 53_000, 760.5)),
        places(commune('97353', 13_000, 18_360)),
        places(commune('97353', 13_000, 18_401)),
        places(commune('63001'), commune('63002', 0, 0), commune('63003', 12)),
      ]),
    ).toEqual([0, 1, 0, 1, 0]);
  });

  it('makes no density that no commune has', () => {
    expect(tells(communeDemesuree, [places(commune('93061', 27_000, 1)), places(commune('93061', 30_001, 1))])).toEqual(
      [0, 1],
    );
  });

  it('is not ten times that of the others for ten times fewer people by km², where there are enough of them', () => {
    const usual = Array.from({ length: 5 }, (_, i) => commune(`6310${i}`, 400, 10));
    const study = (people: number, km2: number, others = usual) => places(...others, commune('63200', people, km2));
    expect(
      tells(communeDemesuree, [
        study(390, 100.1),
        study(390, 100),
        study(401, 100.1),
        study(390, 100.1, usual.slice(1)),
      ]),
    ).toEqual([1, 0, 0, 0]);
    expect(told(communeDemesuree, study(390, 100.1))).toEqual([
      'territoire/communes/63200/superficie_km2 / territoire/communes/63100/superficie_km2',
    ]);
  });
});

describe('an amount in thousands', () => {
  const source = (id: string, montant: number | undefined, rest: object = {}) => ({
    id,
    libelle: id,
    nature: 'participation',
    origine: 'bloc-communal',
    statut: 'a-voter',
    ...(montant === undefined ? {} : { montant }),
    ...rest,
  });
  const budget = (moyens: object, ...financements: object[]): Partial<Scenario> | object => ({
    outils: [],
    montee_en_charge: undefined,
    moyens: { humains: [], materiels: [], fonctionnement: [], ...moyens },
    financements,
  });
  const frais = (cout_annuel: number | object) => ({
    fonctionnement: [{ id: 'f', libelle: 'Frais', porteur: base.porteur, cout_annuel }],
  });

  it('is told where a thousand times more would balance the budget', () => {
    const wrong = avec(budget(frais(120_000), source('part', 118.8)));
    expect(told(montantEnMilliers, wrong)).toEqual([
      'scenarios/a/financements/part/montant / scenarios/a/financements',
    ]);
    expect(said(montantEnMilliers, wrong)).toMatch(
      /« part » est de 118,8 €, .* à 118 800 €, le budget serait équilibré/,
    );
    expect(
      tells(montantEnMilliers, [
        avec(budget(frais(120), source('part', 118_800))),
        avec(
          budget(
            { humains: [{ ...poste, etp: 1, cout_annuel: { min: 38, mode: 40, max: 43 } }] },
            source('part', 40_000),
          ),
        ),
        avec(
          budget(
            { materiels: [{ id: 'm', libelle: 'Car', porteur: base.porteur, cout: 90, annee: 1 }] },
            source('part', 90_000, { annees: [1] }),
          ),
        ),
      ]),
    ).toEqual([1, 1, 1]);
  });

  it('is not told of a small amount of a budget that is balanced, nor of one that a thousand times more would not balance', () => {
    expect(
      tells(montantEnMilliers, [
        avec(budget(frais(120_000), source('part', 120_000), source('dons', 120))),
        avec(budget(frais(120_000), source('part', 50_000), source('dons', 100))),
        avec(budget(frais(120_000), source('part', 118_800))),
        // More than a two-hundredth of a year is a line of its own.
        avec(budget(frais(120_000), source('part', 700))),
        avec(budget(frais(0))),
      ]),
    ).toEqual([0, 0, 0, 0, 0]);
    expect(count(montantEnMilliers, avec(budget(frais(120_000), source('part', undefined, { taux: 0.001 }))))).toBe(0);
  });
});
