/** Costs, funding, cash and workload of a scenario, against figures worked out by hand (see `small-scenario`). */
import { describe, expect, it } from 'vitest';
import {
  chiffrer,
  depensesParNature,
  recettesInscrites,
  recettesParAn,
  soldesParAn,
} from '../../../src/analysis/scenarios/chiffrage.js';
import { soldeMinimumAvec } from '../../../src/analysis/scenarios/chiffrage-eprouve.js';
import { attenteDeLaTva, versementDeLaTva } from '../../../src/analysis/scenarios/depenses-et-charge/fctva.js';
import { estEligible } from '../../../src/analysis/scenarios/financement/regles-aides.js';
import { sourceLaPlusAttendue } from '../../../src/analysis/scenarios/financement/rythmes.js';
import { hypothesesDe, semaineDe } from '../../../src/analysis/scenarios/hypotheses.js';
import type { IdIndicateur } from '../../../src/analysis/scenarios/indicateurs/indicateurs.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import type { Study } from '../../../src/study/study.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { outil } from '../small-study.js';

const chiffre = (s: Scenario = scenario('a'), change: (study: Study) => Study = (study) => study) => {
  const study = change(etudeAvecScenarios([s]));
  return chiffrer(study, s, hypothesesDe(study));
};
const valeur = (c: ReturnType<typeof chiffre>, id: IdIndicateur) => c.indicateurs.get(id)?.valeur;

describe('expenses', () => {
  // Year 1: half a post 20 000, machine 6 000, overheads 10 % of staff 2 000. Year 2: 20 000 + 2 000.
  it('add up by year, nature and bearer', () => {
    const c = chiffre();
    expect(c.depensesAnnuelles).toEqual([28000, 22000]);
    expect(c.parNature).toMatchObject({ humain: 40000, materiel: 6000, prestation: 0, 'frais-indirects': 4000 });
    expect(depensesParNature(c)).toEqual([
      { nature: 'humain', parAn: [20000, 20000] },
      { nature: 'materiel', parAn: [6000, 0] },
      { nature: 'frais-indirects', parAn: [2000, 2000] },
    ]);
    // The aid at its ceiling, and the own funds, each year.
    expect(recettesParAn(c)).toEqual([25000, 25000, 0]);
    expect(soldesParAn(c)).toEqual([-3000, 3000, 0]);
    expect(recettesParAn(chiffre(scenario('a', { financements: [] })))).toEqual([0, 0, 0]);
    expect(c.parPorteur).toEqual({ cdc: 50000 });
    expect(valeur(c, 'cout_total')).toBe(50000);
    expect(valeur(c, 'cout_annuel')).toBe(25000);
  });

  it('give the cost of a request, of an inhabitant, and the yearly amortisation', () => {
    const c = chiffre();
    expect(c.charge.demandes).toBe(20);
    expect(valeur(c, 'cout_par_demande')).toBe(1250);
    expect(valeur(c, 'cout_par_habitant')).toBeCloseTo(25000 / 300, 10);
    expect(valeur(c, 'dotation_amortissement')).toBe(2000);
  });

  it('count the amortisation of a tool over the years that its entry gives', () => {
    const dotation = (ans?: number) =>
      valeur(
        chiffre(scenario('a', { outils: [{ outil: 'silo', annee: 1, quantite: 1 }] }), (study) => ({
          ...study,
          outils: [outil('silo', { cout: { investissement: 900 }, ...(ans ? { amortissement_ans: ans } : {}) })],
        })),
        'dotation_amortissement',
      );
    expect(dotation()).toBe(2000);
    expect(dotation(3)).toBe(2300);
  });

  it('grow from the second year by the rate of the study', () => {
    const c = chiffre(scenario('a'), (study) => ({
      ...study,
      criteres: study.criteres && {
        ...study.criteres,
        hypotheses: { ...study.criteres.hypotheses, evolution_annuelle: 0.1 },
      },
    }));
    expect(c.depensesAnnuelles[0]).toBeCloseTo(28000, 9);
    expect(c.depensesAnnuelles[1]).toBeCloseTo(24200, 9);
  });

  it('are none for a scenario of volunteers, whose days still count', () => {
    const s = scenario('a');
    const benevoles = { id: 'benevoles', profil: 'Bénévoles', porteur: 'cdc', etp: 0.5, cout_annuel: 0 };
    const c = chiffre({ ...s, moyens: { humains: [benevoles] } });
    expect(c.depensesAnnuelles).toEqual([0, 0]);
    expect(valeur(c, 'cout_annuel')).toBe(0);
    expect(c.charge.capacitePorteur).toBe(50);
    expect(c.lignes.map(({ id, quantite }) => [id, quantite])).toEqual([['benevoles', 0.5]]);
  });

  it('count the tools that the scenario uses: purchase once, upkeep every year from then on', () => {
    const c = chiffre(scenario('a', { outils: [{ outil: 'malle', annee: 2, quantite: 2 }] }), (study) => ({
      ...study,
      outils: [
        outil('malle', { cout: { investissement: 500, fonctionnement_annuel: { min: 50, mode: 100, max: 200 } } }),
      ],
    }));
    expect(c.parNature.outil).toBe(2 * 500 + 2 * 100);
    expect(c.depensesAnnuelles).toEqual([28000, 23200]);
    expect(valeur(c, 'cout_outils')).toBe(1200);
  });
});

describe('funding', () => {
  it('is a rate on the eligible base under its ceiling, or a fixed amount', () => {
    const c = chiffre();
    // 50 % of 20 000 would be 10 000: the ceiling of 9 000 applies.
    expect(c.recettes).toEqual([
      [9000, 9000],
      [16000, 16000],
    ]);
    expect(c.recettesTotales).toBe(50000);
    expect(valeur(c, 'part_autofinancement')).toBeCloseTo(0.64, 12);
    expect(c.financeurs).toEqual([
      { financeur: 'cdc', part: 0.64 },
      { financeur: 'region', part: 0.36 },
    ]);
    expect(valeur(c, 'concentration_financeurs')).toBeCloseTo(0.64 ** 2 + 0.36 ** 2, 12);
  });

  it('stops at the ceiling of all years, below its floor gives nothing, and leaves excluded lines out', () => {
    const [aide, fonds] = scenario('a').financements;
    if (!aide || !fonds) throw new Error('two sources expected');
    const with_ = (rest: Partial<typeof aide>) =>
      chiffre(scenario('a', { financements: [{ ...aide, plafond: 90000, ...rest }, fonds] })).recettes[0];
    expect(with_({})).toEqual([10000, 10000]);
    expect(with_({ plafond_total: 13000 })).toEqual([10000, 3000]);
    expect(with_({ plancher: 10001 })).toEqual([0, 0]);
    expect(with_({ annees: [2] })).toEqual([0, 10000]);
    expect(with_({ lignes_exclues: ['poste'] })).toEqual([0, 0]);
    expect(with_({ assiette: ['humain', 'frais-indirects'] })).toEqual([11000, 11000]);
    expect(with_({ assiette_porteurs: ['mare'] })).toEqual([0, 0]);
  });
});

describe('FCTVA and the credit line', () => {
  const reference = { id: 'r', theme: 'financement', titre: 'FCTVA', regle: 'Taux', valeur: 16, unite: '% du TTC' };
  const avec = (applicable: boolean, hypotheses: object) =>
    chiffre(scenario('a', { fctva_applicable: applicable }), (study) => ({
      ...study,
      references: [reference as never],
      criteres: study.criteres && {
        ...study.criteres,
        hypotheses: { ...study.criteres.hypotheses, ...hypotheses },
      },
    }));
  const fctva = { fctva: { reference: 'r', acteur: 'region', delai_mois: 24 } };

  it('pay back part of the purchases, two years later, where the bearer has a right to it', () => {
    const c = avec(true, fctva);
    // 16 % of 6 000; the cash is followed until it is in.
    expect(c.recettes[2]).toEqual([960, 0]);
    expect(c.recettesTotales).toBe(50960);
    expect(c.tresorerie.soldes).toHaveLength(36);
    // In one payment, the twenty-fourth month after the purchase of the first.
    const before = avec(true, { fctva: { ...fctva.fctva, delai_mois: 36 } }).tresorerie.recettes[23] ?? 0;
    expect((c.tresorerie.recettes[23] ?? 0) - before).toBeCloseTo(960, 9);
    expect(c.tresorerie.soldes[35]).toBeCloseTo(960, 9);
    expect(avec(false, fctva).recettes).toHaveLength(2);
    // Entered in the year in which cash has it: the second here; after the plan when it comes in month 36.
    const late = avec(true, { fctva: { ...fctva.fctva, delai_mois: 36 } });
    expect(recettesInscrites(c)[2]).toEqual([0, 960, 0]);
    expect(soldesParAn(c)).toEqual([-3000, 3960, 0]);
    expect(recettesInscrites(late)[2]).toEqual([0, 0, 960]);
    expect(soldesParAn(late)).toEqual([-3000, 3000, 960]);
    expect(recettesInscrites(avec(true, { fctva: { ...fctva.fctva, delai_mois: 12 } }))[2]).toEqual([960, 0, 0]);
  });

  it('is told to be paid one way, from the end of the year of the purchase', () => {
    expect(versementDeLaTva(attenteDeLaTva(24)).replace(/\s/gu, ' ')).toBe(
      '12 mois après la fin de l’année du plan où l’achat est payé',
    );
    expect(versementDeLaTva(attenteDeLaTva(6))).toBe('à la fin de l’année du plan où l’achat est payé');
  });

  it('is due by law, neither asked for nor acquired, unless the study says otherwise', () => {
    const source = (rest: object) => avec(true, { fctva: { ...fctva.fctva, ...rest } }).scenario.financements[2];
    expect(source({})).toMatchObject({ statut: 'de-droit' });
    expect(source({})).not.toHaveProperty('probabilite');
    expect(source({ statut: 'acquis', probabilite: 0.9 })).toMatchObject({ statut: 'acquis', probabilite: 0.9 });
  });

  it('cost interest on what is lacking at the end of each month', () => {
    expect(valeur(avec(false, {}), 'cout_ligne_tresorerie')).toBeNull();
    const c = avec(false, { taux_ligne_tresorerie: 0.12 });
    const short = c.tresorerie.soldes.reduce((sum, solde) => sum + Math.max(0, -solde), 0);
    expect(short).toBeGreaterThan(0);
    expect(valeur(c, 'cout_ligne_tresorerie')).toBeCloseTo(short * 0.01, 9);
  });
});

describe('rules of aid', () => {
  const [aide, fonds] = scenario('a').financements;
  if (!aide || !fonds) throw new Error('two sources expected');
  const plan = (rest: Partial<typeof aide>, more: Partial<Scenario> = {}) =>
    chiffre(scenario('a', { ...more, financements: [{ ...aide, plafond: 90000, ...rest }, fonds] })).recettes[0];

  it('covers the expenses of the bearer alone, unless it says whose', () => {
    const moyens = {
      humains: [
        { id: 'sien', profil: 'Animateur', porteur: 'cdc', etp: 0.5, cout_annuel: 40000 },
        { id: 'leur', profil: 'Référent', porteur: 'mare', etp: 0.25, cout_annuel: 40000 },
      ],
    };
    expect(plan({}, { moyens })).toEqual([10000, 10000]);
    expect(plan({ assiette_porteurs: ['cdc', 'mare'] }, { moyens })).toEqual([15000, 15000]);
    expect(plan({ assiette_porteurs: ['cdc', 'mare'], part_poste_minimale: 0.5 }, { moyens })).toEqual([10000, 10000]);
  });

  it('takes the expenses of its section alone, when it names one: the running of a tool is no investment', () => {
    const lines = (['fonctionnement', 'investissement'] as const).map((section) => ({
      id: section,
      nature: 'outil' as const,
      porteur: 'cdc',
      quantite: 1,
      section,
    }));
    const taken = (section?: 'fonctionnement' | 'investissement' | 'toutes') =>
      lines.flatMap((line) =>
        estEligible({ ...aide, assiette: ['outil'], ...(section ? { section } : {}) }, line, 'cdc') ? line.id : [],
      );
    expect(taken('investissement')).toEqual(['investissement']);
    expect(taken('fonctionnement')).toEqual(['fonctionnement']);
    expect([taken('toutes'), taken()]).toEqual([
      ['fonctionnement', 'investissement'],
      ['fonctionnement', 'investissement'],
    ]);
  });

  it('holds its ceiling by year, by file or for the programme', () => {
    expect(plan({ plafond: 9000 })).toEqual([9000, 9000]);
    expect(plan({ plafond: 12000, plafond_par: 'dossier', dossier_annees: 2 })).toEqual([10000, 2000]);
    expect(plan({ plafond: 9000, plafond_par: 'dossier' })).toEqual([9000, 9000]);
    expect(plan({ plafond: 13000, plafond_par: 'programme' })).toEqual([10000, 3000]);
  });

  it('pays nothing of what is spent before the application or after the closing', () => {
    const dates = { demarrage: '2018-09' };
    expect(plan({}, dates)).toEqual([10000, 10000]);
    // Three months of the first year are spent before.
    expect(plan({ depot: '2018-12-01' }, dates)).toEqual([7500, 10000]);
    expect(plan({ ouverture: '2018-12-01', depot: '2018-10-01' }, dates)).toEqual([7500, 10000]);
    // The second year runs from September 2019: four months until the end of December.
    expect(plan({ cloture: '2019-12-31' }, dates)?.[1]).toBeCloseTo(10000 / 3, 9);
    expect(plan({ cloture: '2018-08-31' }, dates)).toEqual([0, 0]);
  });

  it('waits for national public funds: 16 000 € call four times as much at 20 %, and 2 000 € only 8 000 €', () => {
    expect(plan({ origine: 'europe', contrepartie_nationale: 0.2 })).toEqual([10000, 10000]);
    const small = scenario('a', {
      financements: [
        { ...aide, origine: 'europe', plafond: 90000, contrepartie_nationale: 0.2 },
        { ...fonds, montant: 2000 },
      ],
    });
    expect(chiffre(small).recettes[0]).toEqual([8000, 8000]);
  });

  it('stands under the name of each member of a group, and loses the share of the one who leaves', () => {
    const shared = scenario('a', {
      financements: [
        aide,
        {
          ...fonds,
          groupe: [
            { acteur: 'mare', part: 0.25 },
            { acteur: 'region', part: 0.75 },
          ],
        },
      ],
    });
    // 18 000 of aid and 32 000 of the group, of which 24 000 from the region.
    expect(chiffre(shared).financeurs).toEqual([
      { financeur: 'region', part: 42 / 50 },
      { financeur: 'mare', part: 8 / 50 },
    ]);
  });
});

describe('people', () => {
  it('are counted once: days that come from a post are not added to it', () => {
    const moyens = { humains: [{ id: 'leur', profil: 'Référent', porteur: 'mare', etp: 0.2, cout_annuel: 40000 }] };
    const partenaire = { acteur: 'mare', role: 'operateur' as const, jours_an: 20, essentiel: true };
    const brought = (rest: object) =>
      chiffre(scenario('a', { moyens, partenaires: [{ ...partenaire, ...rest }] })).charge.capacitePartenaires;
    expect(brought({})).toBe(40);
    expect(brought({ poste: 'leur' })).toBe(20);
  });

  it('render services that are not the requests received', () => {
    const c = chiffre();
    expect(valeur(c, 'service_rendu_annuel')).toBeNull();
    const modalites = scenario('a').modalites.map((m) => ({ ...m, demande_accompagnee: false, service_rendu: true }));
    const served = chiffre(scenario('a', { modalites, montee_en_charge: [0.5, 1] }));
    expect(valeur(served, 'demandes_annuelles')).toBeNull();
    expect(valeur(served, 'service_rendu_annuel')).toBe(20);
    expect(valeur(served, 'cout_par_service')).toBeCloseTo(50000 / 30, 9);
  });
});

describe('cash', () => {
  it('runs out before late money comes: balance by month, lowest balance and when', () => {
    const { soldes, minimum } = chiffre().tresorerie;
    // Two years, then the six months that the last receipts take.
    expect(soldes).toHaveLength(30);
    // Month 1: − 6 000 machine, − 22 000 / 12, + 16 000 / 12.
    expect(soldes[0]).toBeCloseTo(-6000 - 500, 9);
    // Until month 6 only own funds come in: − 500 a month; then 750 of the subsidy each month.
    expect(soldes[5]).toBeCloseTo(-9000, 9);
    expect(minimum.mois).toBe(6);
    expect(minimum.solde).toBeCloseTo(-9000, 9);
    // At the end of the years six months of the subsidy are still to come; then all is in.
    expect(soldes[23]).toBeCloseTo(-4500, 9);
    expect(soldes[29]).toBeCloseTo(0, 9);
  });
});

describe('cash of the bearer', () => {
  const base = scenario('a');
  const moyens = {
    ...base.moyens,
    humains: [
      ...base.moyens.humains,
      { id: 'leur', profil: 'Référent', porteur: 'mare', etp: 0.25, cout_annuel: 40000 },
    ],
  };
  const leur = (rest: object) => ({
    id: 'leur',
    libelle: 'Poste de La Mare',
    financeur: 'mare',
    nature: 'participation' as const,
    montant: 10000,
    statut: 'pressenti' as const,
    delai_versement_mois: 12,
    ...rest,
  });
  const with_ = (rest: object) => chiffre(scenario('a', { moyens, financements: [...base.financements, leur(rest)] }));

  it('leaves out what others pay and fund themselves, which the budget counts', () => {
    const aside = with_({ assiette_porteurs: ['mare'] });
    const [alone, all] = [chiffre(), with_({})];
    expect(aside.tresorerie.soldes).toEqual(alone.tresorerie.soldes);
    expect(aside.coutTotal).toBeCloseTo(all.coutTotal, 9);
    expect(aside.recettesTotales).toBeCloseTo(all.recettesTotales, 9);
    // Month 12: − 6 000 machine, − 500 a month, + 750 from month 7, and 10 000 of theirs that comes the month after.
    expect(all.tresorerie.minimum.solde).toBeCloseTo(-17500, 9);
    expect(soldeMinimumAvec(aside, aside.scenario.financements)).toEqual(aside.tresorerie.minimum);
  });

  it('waits for the receipts of the bearer alone', () => {
    const told = (rest: object) => {
      const c = with_(rest);
      return { attendue: sourceLaPlusAttendue(c.scenario, c.recettes)?.source.id };
    };
    expect(told({ delai_versement_mois: 24 })).toEqual({ attendue: 'leur' });
    expect(told({ delai_versement_mois: 24, assiette_porteurs: ['mare'] })).toEqual({ attendue: 'aide' });
  });
});

describe('claims', () => {
  const solde = (financement: object) => {
    const base = scenario('a');
    const [aide, fonds] = base.financements as [(typeof base.financements)[number], (typeof base.financements)[number]];
    return chiffre(scenario('a', { financements: [{ ...aide, ...financement }, fonds] })).tresorerie;
  };

  it('made once a year bring the year in one sum, when it is over and the delay has passed', () => {
    const { recettes, soldes, depart } = solde({ demandes_paiement: 'annuelle', delai_versement_mois: 6 });
    // 16 000 / 12 of own funds each month of the two years; 9 000 of aid a year, claimed at month 12 and 24, paid at 18 and 30.
    expect(depart).toBe(0);
    const own = 16000 / 12;
    expect(recettes[16]).toBeCloseTo(own, 9);
    expect(recettes[17]).toBeCloseTo(own + 9000, 9);
    expect(recettes[29]).toBeCloseTo(9000, 9);
    expect(soldes).toHaveLength(30);
    expect(soldes[16]).toBeCloseTo((soldes[15] ?? 0) - 22000 / 12 + own, 9);
    expect(soldes[29]).toBeCloseTo(0, 9);
  });

  it('made once bring all but the advances when the last year is over', () => {
    const { recettes, soldes } = solde({ demandes_paiement: 'unique', acompte: 0.25, delai_versement_mois: 3 });
    expect(recettes[0]).toBeCloseTo(16000 / 12 + 2250, 9);
    expect(recettes[12]).toBeCloseTo(16000 / 12 + 2250, 9);
    expect(recettes[26]).toBeCloseTo(13500, 9);
    expect(soldes[26]).toBeCloseTo(0, 9);
  });

  it('made each quarter bring three months at a time', () => {
    const { recettes } = solde({ demandes_paiement: 'trimestrielle', delai_versement_mois: 0 });
    expect([0, 1, 2, 3, 4, 5].map((m) => Math.round((recettes[m] ?? 0) - 16000 / 12))).toEqual([
      0, 0, 2250, 0, 0, 2250,
    ]);
  });

  it('ask at once for what was bought, in the first month of its year, and evenly for the rest', () => {
    const quarterly = { demandes_paiement: 'trimestrielle' as const, delai_versement_mois: 0, plafond: undefined };
    const month = (financement: object) => {
      const { recettes } = solde(financement);
      return (m: number): number => Math.round((recettes[m] ?? 0) - (m < 24 ? 16000 / 12 : 0));
    };
    // Half of the 6 000 that is bought in the first month; then half of 20 000 of salaries, by quarters.
    const bought = month({ ...quarterly, assiette: ['materiel'] });
    expect([2, 5, 8, 11, 14].map(bought)).toEqual([3000, 0, 0, 0, 0]);
    const both = month({ ...quarterly, assiette: ['materiel', 'humain'] });
    expect([0, 2, 5, 11, 14].map(both)).toEqual([0, 3000 + 2500, 2500, 2500, 2500]);
    const late = month({ ...quarterly, assiette: ['materiel', 'humain'], delai_versement_mois: 4 });
    expect([2, 6, 9].map(late)).toEqual([0, 5500, 2500]);
    // An amount is for purchases where its section says so.
    const amount = { ...quarterly, taux: undefined, assiette: undefined, montant: 4000 };
    expect([2, 5].map(month({ ...amount, section: 'investissement' }))).toEqual([4000, 0]);
    expect([2, 5].map(month({ ...amount, section: 'fonctionnement' }))).toEqual([1000, 1000]);
    const yearly = month({ ...quarterly, demandes_paiement: 'annuelle', assiette: ['materiel', 'humain'] });
    expect([2, 11].map(yearly)).toEqual([0, 13000]);
  });

  it('give the same lowest balance where only their times are tried', () => {
    const [aide] = scenario('a').financements;
    const tried = {
      ...aide,
      assiette: ['materiel', 'humain'],
      demandes_paiement: 'trimestrielle',
      delai_versement_mois: 9,
    };
    const c = chiffre(scenario('a', { financements: [tried] } as Partial<Scenario>));
    expect(soldeMinimumAvec(c, c.scenario.financements)).toEqual(c.tresorerie.minimum);
  });
});

describe('workload', () => {
  it('sets the days asked against the days brought, for the bearer and for the partners', () => {
    expect(chiffre().charge).toMatchObject({
      joursPorteur: 30,
      joursPartenaires: 10,
      capacitePorteur: 50,
      capacitePartenaires: 20,
      taux: 0.6,
    });
  });

  it('follows the growth of the service, year by year, and the posts that are there', () => {
    const s = scenario('a');
    const poste = s.moyens.humains[0];
    if (!poste) throw new Error('a post expected');
    const growing = chiffre({ ...s, montee_en_charge: [0.5], moyens: { humains: [{ ...poste, annees: [2] }] } });
    expect(growing.charge.annees.map(({ joursPorteur }) => joursPorteur)).toEqual([15, 15]);
    expect(growing.charge.annees.map(({ capacitePorteur }) => capacitePorteur)).toEqual([0, 50]);
    // The first year asks days of nobody.
    expect(growing.charge.taux).toBeNull();
    const c = chiffre(scenario('a', { montee_en_charge: [0.5, 0.8] }));
    expect(c.charge.annees.map(({ demandes }) => demandes)).toEqual([10, 16]);
    expect(c.charge).toMatchObject({ annee: 2, joursPorteur: 24, joursPartenaires: 8, demandesCroisiere: 20 });
    expect(c.charge.taux).toBeCloseTo(0.48, 12);
    expect(valeur(c, 'cout_par_demande')).toBeCloseTo(50000 / 26, 9);
  });

  it('counts the posts of the bearer with the bearer, those of the partners with theirs, and nothing that is bought', () => {
    const s = scenario('a');
    const poste = s.moyens.humains[0];
    if (!poste) throw new Error('a post expected');
    const posts = (...humains: (typeof poste)[]) => {
      const { annees } = chiffre(scenario('a', { moyens: { ...s.moyens, humains } })).charge;
      return annees.map(({ capacitePorteur, capacitePartenaires }) => [capacitePorteur, capacitePartenaires]);
    };
    const other = { ...poste, id: 'autre', porteur: 'mare', etp: 0.2 };
    // A post has 200 days, half of them for the service; the partner brings 20 days beside it.
    expect(posts()).toEqual([
      [0, 20],
      [0, 20],
    ]);
    expect(posts(poste, other)).toEqual([
      [50, 40],
      [50, 40],
    ]);
    expect(posts(poste, { ...other, annees: [2] }, { ...poste, id: 'second', etp: 0.1, annees: [1] })).toEqual([
      [60, 20],
      [50, 40],
    ]);
    // Days that come from the post are counted with the post.
    const own = { acteur: 'mare', role: 'operateur' as const, jours_an: 20, poste: 'autre' };
    const once = chiffre(
      scenario('a', { partenaires: [own], moyens: { ...s.moyens, humains: [poste, other] } }),
    ).charge;
    expect([once.capacitePorteur, once.capacitePartenaires]).toEqual([50, 20]);
  });

  it('serves the requests that are expected in proportion of the days that there are', () => {
    expect(valeur(chiffre(), 'demandes_servies')).toBeNull();
    expect(valeur(chiffre(scenario('a', { demandes_attendues: 40 })), 'demandes_servies')).toBe(0.5);
    const modalites = scenario('a').modalites.map((m) => ({ ...m, jours_par_unite: 5 }));
    // 75 days of the bearer for 50: two thirds of the 20 requests.
    expect(valeur(chiffre(scenario('a', { modalites, demandes_attendues: 20 })), 'demandes_servies')).toBeCloseTo(
      2 / 3,
      12,
    );
    // Services alone are counted: of requests, nothing is served nor refused.
    const services = scenario('a').modalites.map((m) => ({ ...m, demande_accompagnee: false, service_rendu: true }));
    expect(
      valeur(chiffre(scenario('a', { modalites: services, demandes_attendues: 20 })), 'demandes_servies'),
    ).toBeNull();
  });

  it('counts 1 607 hours a year when the study says nothing', () => {
    const study = etudeAvecScenarios([scenario('a')]);
    expect(hypothesesDe({ ...study, criteres: null }).joursParEtp).toBeCloseTo(1607 / 7, 12);
    const week = (hypotheses: object) => semaineDe({ criteres: { hypotheses } as Study['criteres'] })?.heures;
    expect(week({ heures_par_etp: 1607, heures_par_jour: 7.8 })).toBeCloseTo(39, 12);
    expect(week({})).toBe(35);
    expect(week({ heures_par_etp: 1600, jours_par_etp: 200 })).toBe(40);
    // Days alone say nothing of the hours of a day.
    expect(week({ jours_par_etp: 205 })).toBeUndefined();
  });
});

describe('draws', () => {
  it('are the same for the same seed, and sure amounts give the same three quantiles', () => {
    const c = chiffre();
    const hypotheses = hypothesesDe(etudeAvecScenarios([c.scenario]));
    const one = simuler(c, hypotheses, 500, 7);
    expect(simuler(c, hypotheses, 500, 7)).toEqual(one);
    expect(one.coutAnnuel).toEqual({ p10: 25000, p50: 25000, p90: 25000 });
    // The subsidy, had once in two, makes the deficit.
    expect(one.probabiliteDeficit).toBeGreaterThan(0.4);
    expect(one.probabiliteDeficit).toBeLessThan(0.6);
    expect(one.probabiliteTresorerieNegative).toBe(1);
    expect(simuler(c, hypotheses, 500, 8).probabiliteDeficit).not.toBe(one.probabiliteDeficit);
  });

  it('say how often the load is too high: volumes and days are uncertain too', () => {
    const base = scenario('a');
    const c = chiffre({
      ...base,
      modalites: base.modalites.map((m) => ({ ...m, volume_annuel: { min: 10, mode: 20, max: 40 } })),
    });
    const { charge, probabiliteSurcharge } = simuler(c, hypothesesDe(etudeAvecScenarios([c.scenario])), 20_000, 3);
    // 1.5 days a visit of the bearer's 50: too many above 33.3 visits (half a percent tolerated), the tail of a triangle: (40 − 33.5)² / (30 × 20).
    expect(probabiliteSurcharge).toBeCloseTo(6.5 ** 2 / 600, 2);
    // Nine in ten under 40 − √(600 / 10) visits.
    expect(charge?.p90).toBeCloseTo(((40 - Math.sqrt(60)) * 1.5) / 50, 2);
  });

  it('spread the balance by what an aid without rate may bring', () => {
    const base = scenario('a');
    const [, fonds] = base.financements;
    if (!fonds) throw new Error('own funds expected');
    const c = chiffre({ ...base, financements: [{ ...fonds, montant: { min: 20000, mode: 25000, max: 30000 } }] });
    const { solde } = simuler(c, hypothesesDe(etudeAvecScenarios([c.scenario])), 20_000, 3);
    // Two years of it against 50 000: ± 2 × (5 000 − √(5 000² × 2 / 10)) in eight cases out of ten.
    const half = 2 * (5000 - Math.sqrt(5000 ** 2 * 0.2));
    expect(Math.abs(solde.p50)).toBeLessThan(150);
    expect(Math.abs(solde.p90 - half)).toBeLessThan(150);
    expect(Math.abs(solde.p10 + half)).toBeLessThan(150);
  });

  it('name the inputs that drive the cost, overheads moving with the staff that they follow', () => {
    const s = scenario('a');
    const poste = s.moyens.humains[0];
    if (!poste) throw new Error('a post expected');
    const c = chiffre({
      ...s,
      moyens: { ...s.moyens, humains: [{ ...poste, cout_annuel: { min: 36000, mode: 40000, max: 48000 } }] },
    });
    const [bar, ...rest] = simuler(c, hypothesesDe(etudeAvecScenarios([s])), 100, 1).tornade;
    expect(rest).toEqual([]);
    expect(bar).toMatchObject({ input: 'poste', libelle: 'Animateur' });
    // One post for two years at half time: ± (12 000) × 1,1.
    expect(bar?.swing).toBeCloseTo(12000 * 1.1, 6);
  });
});
