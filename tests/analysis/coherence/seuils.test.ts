/** The rules that compare with a tolerance: at the limit nothing is told, beyond it is, on both sides where both count. */
import { describe, expect, it } from 'vitest';
import { depasse } from '../../../src/analysis/coherence/quantites.js';
import { totalOfficiel } from '../../../src/analysis/coherence/regles/chiffres/perimetres.js';
import {
  aideAuDelaDeSaRegle,
  coutHorsReference,
  forfaitContredit,
} from '../../../src/analysis/coherence/regles/financement/regles-d-aide.js';
import { quotiteDifferente } from '../../../src/analysis/coherence/regles/mode-operatoire/dispositif.js';
import {
  assietteDAutrui,
  joursDesOutilsIgnores,
  joursMalRepartis,
  prixDuJourDifferent,
} from '../../../src/analysis/coherence/regles/moyens/moyens.js';
import {
  anneeDeTravail,
  delaiDeLaForme,
  demarrageTropTot,
} from '../../../src/analysis/coherence/regles/moyens/temps.js';
import { projetMalFinance } from '../../../src/analysis/coherence/regles/realisation/projets.js';
import {
  payeAuDelaDuRealise,
  payeSansJours,
  suiteAuDelaDesJours,
  suiteMalFinancee,
} from '../../../src/analysis/coherence/regles/realisation/realise.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { acteur, etude, outil } from '../small-study.js';
import { aide, base, count, found, modalite, poste, reunion, said } from './told.js';

const avec = (...scenarios: Scenario[]) => etudeAvecScenarios(scenarios);

describe('a tolerance', () => {
  it('is not passed by what floating point adds to it', () => {
    expect(0.51 - 0.5 > 0.01).toBe(true);
    expect(depasse(0.51 - 0.5, 0.01)).toBe(false);
    expect(depasse(0.010001, 0.01)).toBe(true);
    expect(depasse(1000001, 1000000)).toBe(true);
    expect([depasse(0, 0), depasse(-1, 0), depasse(0.001, 0)]).toEqual([false, false, true]);
  });
});

describe('sizes', () => {
  const perimetre = (mesure: 'communes' | 'population', valeur: number) => {
    const study = etude();
    return {
      ...study,
      territoire: {
        ...study.territoire,
        perimetres: [{ id: 'tout', libelle: 'Tout', communes: ['99001', '99002'] }],
        chiffres_cles: [{ id: 'c', libelle: 'Total', valeur, perimetre: 'tout', mesure }],
      },
    };
  };
  it('of a perimeter: five per cent of the official population, not one commune', () => {
    for (const within of [1000, 1050, 953]) expect(count(totalOfficiel, perimetre('population', within))).toBe(0);
    for (const beyond of [1054, 951, 10]) expect(count(totalOfficiel, perimetre('population', beyond))).toBe(1);
    expect(count(totalOfficiel, perimetre('communes', 2))).toBe(0);
    expect([count(totalOfficiel, perimetre('communes', 1)), count(totalOfficiel, perimetre('communes', 3))]).toEqual([
      1, 1,
    ]);
    // Nothing is compared with an official nought.
    expect(count(totalOfficiel, perimetre('population', 0))).toBe(0);
  });

  it('of a perimeter: the limit itself, above and below', () => {
    const at = (haut: number) => {
      const study = perimetre('population', 1000);
      const [a, b] = study.territoire.communes;
      return {
        ...study,
        territoire: {
          ...study.territoire,
          communes: [
            { ...a, population: haut },
            { ...b, population: 0 },
          ],
        },
      };
    };
    expect([950, 1050].map((n) => count(totalOfficiel, at(n)))).toEqual([0, 0]);
    expect([949, 1051].map((n) => count(totalOfficiel, at(n)))).toEqual([1, 1]);
  });

  it('of a working year: one per cent of its hours', () => {
    const year = (jours_par_etp: number, heures_par_jour = 8) => ({
      ...etude(),
      criteres: { hypotheses: { heures_par_etp: 1600, heures_par_jour, jours_par_etp } },
    });
    expect([200, 202, 198].map((days) => count(anneeDeTravail, year(days)))).toEqual([0, 0, 0]);
    expect([202.1, 197.9].map((days) => count(anneeDeTravail, year(days)))).toEqual([1, 1]);
  });

  it('of a post: a hundredth between its sheet and the budget', () => {
    const sheet = (etp: number) => ({
      ...avec(base),
      mode_operatoire: { scenario: 'a', fiches_de_poste: [{ poste: 'poste', profil: 'Animateur', etp }] },
    });
    expect([0.5, 0.51, 0.49].map((etp) => count(quotiteDifferente, sheet(etp)))).toEqual([0, 0, 0]);
    expect([0.52, 0.48].map((etp) => count(quotiteDifferente, sheet(etp)))).toEqual([1, 1]);
  });
});

describe('days', () => {
  const asks = (volume_annuel: number, part_partenaires: number, rest: Partial<Scenario> = {}) =>
    avec(scenario('a', { modalites: [{ ...modalite, volume_annuel, jours_par_unite: 1, part_partenaires }], ...rest }));
  it('of partners are short by more than half a day while the team works under four fifths of its own', () => {
    // The team has 50 days, the partners 20.
    expect(count(joursMalRepartis, asks(41, 0.5))).toBe(0);
    expect(count(joursMalRepartis, asks(40, 0.6))).toBe(1);
    // 20,4 for 20; then 40 of the 50 of the team; then more than all of them have.
    expect(count(joursMalRepartis, asks(40.8, 0.5))).toBe(0);
    expect(count(joursMalRepartis, asks(62, 22 / 62))).toBe(0);
    expect(count(joursMalRepartis, asks(61.9, 22 / 61.9))).toBe(1);
    expect(count(joursMalRepartis, asks(70, 0.5))).toBe(1);
    expect(count(joursMalRepartis, asks(70.2, 0.5))).toBe(0);
  });

  it('of tools hold in what the modalities leave to the bearer’s staff, half a day more at the most; days of partners do not serve', () => {
    const tools = (jours_an: number, modaliteDe?: string) => ({
      ...asks(30, 0, {
        outils: [{ outil: 'malle', annee: 1, quantite: 2, ...(modaliteDe ? { modalite: modaliteDe } : {}) }],
      }),
      outils: [outil('malle', { cout: { jours_an } })],
    });
    // 50 days of the staff, 30 of them asked; the 20 of the partners are free.
    expect([0, 10, 10.25].map((days) => count(joursDesOutilsIgnores, tools(days)))).toEqual([0, 0, 0]);
    expect(count(joursDesOutilsIgnores, tools(10.3))).toBe(1);
    // Those of a modality first take its own.
    expect([25, 25.3].map((days) => count(joursDesOutilsIgnores, tools(days, 'visites')))).toEqual([0, 1]);
    expect(count(joursDesOutilsIgnores, tools(10.3, 'inconnue'))).toBe(1);
    // A tool that asks for none has no part in it.
    const study = tools(10.3);
    const [own] = study.scenarios;
    const deux = [{ outil: 'libre', annee: 1, quantite: 1 }, ...(own?.outils ?? [])];
    const outils = [outil('libre', { cout: { jours_an: 0 } }), ...study.outils];
    expect(
      found(joursDesOutilsIgnores, { ...study, outils, scenarios: [{ ...own, outils: deux }] })[0]?.contre,
    ).toEqual(['outils/malle/cout/jours_an']);
  });

  it('have one price up to its double, in the order of the prices whatever that of the scenarios', () => {
    const paying = (id: string, cout_annuel: number, jours_an = 20) =>
      scenario(id, {
        partenaires: [{ acteur: 'mare', role: 'operateur', jours_an, jours_finances: 0.5 }],
        moyens: {
          humains: [],
          fonctionnement: [{ id: 'p', libelle: 'Prestation', porteur: 'cdc', nature: 'prestation', cout_annuel }],
        },
      });
    expect(count(prixDuJourDifferent, avec(paying('a', 2000), paying('b', 1000)))).toBe(0);
    const [one] = found(prixDuJourDifferent, avec(paying('a', 2001), paying('b', 1000), paying('c', 1500)));
    expect([one?.chemin, one?.contre]).toEqual([
      'scenarios/a/moyens/fonctionnement',
      ['scenarios/b/moyens/fonctionnement'],
    ]);
    expect(count(prixDuJourDifferent, avec(paying('a', 9000)))).toBe(0);
    expect(count(prixDuJourDifferent, avec(paying('a', 9000), paying('b', 100, 0)))).toBe(0);
  });

  it('of a way on are those that the posts bring, half a day more at the most', () => {
    const suite = (volume: number, proposee = true) => ({
      ...avec(base),
      mode_operatoire: { scenario: 'a' },
      evaluation: {
        suites: [{ option: 'etendre', resume: 'S.', proposee, volumes: [{ modalite: 'x', volume, jours_equipe: 1 }] }],
      },
    });
    expect([50, 50.5].map((days) => count(suiteAuDelaDesJours, suite(days)))).toEqual([0, 0]);
    expect(count(suiteAuDelaDesJours, suite(50.6))).toBe(1);
    expect(count(suiteAuDelaDesJours, suite(90, false))).toBe(0);
  });
});

describe('money', () => {
  it('of a way on makes its cost, one euro aside', () => {
    const suite = (montant: number) => ({
      ...etude(),
      evaluation: {
        suites: [{ option: 'continuer', resume: 'S.', cout: 1000, financement: [{ libelle: 'R', montant }] }],
      },
    });
    expect([1000, 1001, 999].map((euros) => count(suiteMalFinancee, suite(euros)))).toEqual([0, 0, 0]);
    expect([1001.5, 998.5].map((euros) => count(suiteMalFinancee, suite(euros)))).toEqual([1, 1]);
  });

  it('paid for days is worth those done, one euro more at the most, and never more than all of them', () => {
    const paid = (montant: number, jours: number) => ({
      ...etude(),
      mode_operatoire: {
        conventions: [{ id: 'c', partenaire: 'mare', montant: 1000, jours_an: 20 }],
        realise: { paiements: [{ convention: 'c', montant }], jours: [{ acteur: 'mare', jours }] },
      },
    });
    expect(count(payeSansJours, paid(501, 10))).toBe(0);
    expect(count(payeSansJours, paid(502, 10))).toBe(1);
    expect(count(payeSansJours, paid(1001, 30))).toBe(0);
    expect(count(payeSansJours, paid(1002, 30))).toBe(1);
  });

  it('paid on conventions holds in what was spent on their nature, one euro more at the most', () => {
    const spent = (montant: number, nature = 'frais-indirects') => ({
      ...avec(base),
      mode_operatoire: {
        scenario: 'a',
        conventions: [
          { id: 'c', partenaire: 'mare', ligne: 'frais' },
          { id: 'd', partenaire: 'mare' },
        ],
        realise: {
          depenses: [{ nature, montant }],
          paiements: [
            { convention: 'c', montant: 600 },
            { convention: 'c', montant: 400 },
            { convention: 'd', montant: 9 },
          ],
        },
      },
    });
    expect([1000, 999].map((euros) => count(payeAuDelaDuRealise, spent(euros)))).toEqual([0, 0]);
    expect(count(payeAuDelaDuRealise, spent(998))).toBe(1);
    expect(count(payeAuDelaDuRealise, spent(0, 'prestation'))).toBe(0);
  });

  it('of a project: its plan makes its budget, and brings no more than was spent, one euro aside', () => {
    const projet = (prevu: number, obtenu: number, realise: number | undefined = 1000) => ({
      ...etude(),
      projets: [
        {
          id: 'p',
          titre: 'P',
          budget: [{ poste: 'x', prevu: 1000, ...(realise === undefined ? {} : { realise }) }],
          financements: [{ libelle: 'y', prevu, obtenu }],
        },
      ],
    });
    expect(count(projetMalFinance, projet(1001, 1001))).toBe(0);
    expect([count(projetMalFinance, projet(1002, 0)), count(projetMalFinance, projet(998, 0))]).toEqual([1, 1]);
    expect(count(projetMalFinance, projet(1000, 1002))).toBe(1);
    expect(count(projetMalFinance, projet(998, 1002))).toBe(2);
  });

  it('of a flat rate is what it makes of the wages, one per cent aside, one euro at the least', () => {
    const frais = (cout_annuel: number, taux_personnel = 0.1) =>
      avec(
        scenario('a', {
          moyens: {
            ...base.moyens,
            fonctionnement: [{ id: 'f', libelle: 'Frais', porteur: 'cdc', taux_personnel, cout_annuel }],
          },
        }),
      );
    // A tenth of 20 000 €.
    expect([2000, 2020, 1980].map((euros) => count(forfaitContredit, frais(euros)))).toEqual([0, 0, 0]);
    expect([2021, 1979].map((euros) => count(forfaitContredit, frais(euros)))).toEqual([1, 1]);
    expect([3, 3.5].map((euros) => count(forfaitContredit, frais(euros, 0.0001)))).toEqual([0, 1]);
  });

  it('of an aid keeps to the rate and the ceiling of its rule', () => {
    const rule = (taux: number, plafond: number) => ({
      ...avec(scenario('a', { financements: [{ ...aide, reference: 'r', taux, plafond }] })),
      references: [{ id: 'r', theme: 'aides', titre: 'R', regle: 'R.', taux_maximal: 0.3, plafond: 5000 }],
    });
    expect(count(aideAuDelaDeSaRegle, rule(0.1 + 0.2, 5000))).toBe(0);
    expect(count(aideAuDelaDeSaRegle, rule(0.31, 5000))).toBe(1);
    expect(count(aideAuDelaDeSaRegle, rule(0.3, 5001))).toBe(1);
    expect(count(aideAuDelaDeSaRegle, rule(0.31, 5001))).toBe(2);
  });

  it('of a post stays within its reference, bounds included', () => {
    const cost = (cout_annuel: number) => ({
      ...avec(scenario('a', { moyens: { humains: [{ ...poste, cout_annuel, reference: 'r' }] } })),
      references: [{ id: 'r', theme: 'couts', titre: 'R', regle: 'R.', valeurs: { min: 30000, max: 50000 } }],
    });
    expect([30000, 50000].map((euros) => count(coutHorsReference, cost(euros)))).toEqual([0, 0]);
    expect([29999, 50001].map((euros) => count(coutHorsReference, cost(euros)))).toEqual([1, 1]);
  });
});

describe('months', () => {
  it('of a form stay within its reference, bounds included', () => {
    const months = (delai_mise_en_place_mois: number) => ({
      ...avec(scenario('a', { delai_mise_en_place_mois })),
      references: [
        { id: 'r', theme: 'formes', titre: 'R', regle: 'R.', forme_juridique: 'regie', delai_mois: { min: 3, max: 6 } },
      ],
    });
    expect([3, 6].map((n) => count(delaiDeLaForme, months(n)))).toEqual([0, 0]);
    expect([2, 7].map((n) => count(delaiDeLaForme, months(n)))).toEqual([1, 1]);
    // Written steps say what is longer than the form alone; none makes the form itself shorter.
    const steps = (delai: number) => {
      const mise_en_place = [
        { id: 'vote', etape: 'Voter', mois: delai - 1 },
        { id: 'achat', etape: 'Acheter', mois: 1, apres: ['vote'] },
      ];
      return {
        ...months(delai),
        ...etudeAvecScenarios([scenario('a', { delai_mise_en_place_mois: delai, mise_en_place })]),
        references: months(delai).references,
      };
    };
    expect([2, 7].map((n) => count(delaiDeLaForme, steps(n)))).toEqual([1, 0]);
  });

  it('announced run from the choice to the start, the month of their end included', () => {
    const start = (demarrage: string) => {
      const study = avec(scenario('a', { demarrage, delai_mise_en_place_mois: 6 }));
      return { ...study, etude: { ...study.etude, livrables: [{ id: 'scenarios', titre: 'S', date: '2018-06-30' }] } };
    };
    expect([count(demarrageTropTot, start('2018-12-01')), count(demarrageTropTot, start('2019'))]).toEqual([0, 0]);
    expect(count(demarrageTropTot, start('2018-11-30'))).toBe(1);
    // The meeting that retained a scenario tells when the choice was made, once it is held.
    const choice = (etat: string) => ({
      ...start('2018-12-01'),
      etude: { ...start('2018-12-01').etude, date: '2018-12-31' },
      reunions: [
        reunion('r', '2018-07-05', { etat, decisions: [{ objet: 'O', texte: 'T', scenario: 'a', statut: 'valide' }] }),
      ],
    });
    expect([count(demarrageTropTot, choice('tenue')), count(demarrageTropTot, choice('annulee'))]).toEqual([1, 0]);
    expect(said(demarrageTropTot, choice('tenue'))).toMatch(/à partir du choix \(le 5 juillet 2018\)/);
  });
});

describe('an aid to the bearer', () => {
  const other = { ...poste, id: 'autre', porteur: 'mare' };
  const told = (humains: Scenario['moyens']['humains'], rest: Partial<typeof aide> = {}) =>
    found(assietteDAutrui, {
      ...avec(scenario('a', { moyens: { humains }, financements: [{ ...aide, ...rest }] })),
      acteurs: [acteur('cdc'), acteur('mare', { nom: 'La Mare' })],
    });

  it('is told where its base takes the wages of another, whom it names once, with each post', () => {
    const [one, ...none] = told([poste, other, { ...other, id: 'encore' }]);
    expect(none).toEqual([]);
    expect(one?.chemin).toBe('scenarios/a/financements/aide/assiette');
    expect(one?.contre).toEqual(['scenarios/a/moyens/humains/autre', 'scenarios/a/moyens/humains/encore']);
    expect(one?.message).toContain('(La Mare)');
  });

  it('is not, where nobody else is paid, wages are out of the base, or the aid says whose they are', () => {
    for (const fine of [
      told([poste]),
      told([poste, { ...other, etp: 0 }]),
      told([poste, other], { nature: 'participation' }),
      told([poste, other], { assiette: ['materiel'] }),
      told([poste, other], { assiette_porteurs: ['cdc'] }),
    ])
      expect(fine).toEqual([]);
  });
});
