/** The scenario retained, the critical path and the cash of the year. */
import { describe, expect, it } from 'vitest';
import { delaiOuvre, estOuvre, ouvresEntre } from '../../../src/analysis/jours-ouvres.js';
import { anneeDe } from '../../../src/analysis/mode-operatoire/annee.js';
import { calendrierDe, lendemain } from '../../../src/analysis/mode-operatoire/calendrier.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { scenarioRetenu } from '../../../src/analysis/scenarios/retenu.js';
import type { Reunion } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

const tache = (id: string, debut: string, fin: string, apres: string[] = []) => ({
  id,
  libelle: id,
  debut,
  fin,
  responsable: 'cdc',
  apres,
});

describe('working days', () => {
  it('leave out the ends of weeks and the holidays, fixed and movable', () => {
    const day = (text: string) => Date.parse(text);
    // Easter Monday 22 April, 1 and 8 May, Ascension 30 May, Whit Monday 10 June 2019.
    for (const off of [
      '2019-04-22',
      '2019-05-01',
      '2019-05-08',
      '2019-05-30',
      '2019-06-10',
      '2018-11-11',
      '2018-09-01',
    ])
      expect(estOuvre(day(off)), off).toBe(false);
    for (const on of ['2019-04-19', '2019-04-23', '2018-09-03']) expect(estOuvre(day(on)), on).toBe(true);
    expect(ouvresEntre(day('2018-09-03'), day('2018-09-10'))).toBe(5);
    expect(ouvresEntre(day('2018-09-10'), day('2018-09-03'))).toBe(-5);
  });

  it('of an answer are counted from the day after the request', () => {
    expect(delaiOuvre('2018-09-12', '2018-09-17')).toBe(3);
    expect(delaiOuvre('2018-09-12', '2018-09-12')).toBe(0);
    expect(delaiOuvre('2018-09', '2018-09-17')).toBeNull();
    expect(delaiOuvre('2018-09-12', undefined)).toBeNull();
  });
});

describe('critical path', () => {
  it('goes through the tasks that leave no working day before the planned start of those that wait for them', () => {
    const { taches, duree } = calendrierDe([
      tache('a', '2018-01', '2018-01'),
      tache('b', '2018-01-01', '2018-01-28', []),
      tache('c', '2018-02-01', '2018-02-10', ['a', 'b']),
      tache('d', '2018-01-01', '2018-01-05'),
    ]);
    expect(duree).toBe(41);
    // b ends on Sunday 28 January: Monday to Wednesday are left. d: 8 January to 9 February.
    expect(taches.map(({ marge }) => marge)).toEqual([0, 3, 0, 25]);
    expect(taches.map(({ critique }) => critique)).toEqual([true, false, true, false]);
  });

  it('gives a task the margin of what follows it: a pause planned later is a margin', () => {
    const { taches } = calendrierDe([
      tache('a', '2018-01-01', '2018-01-05'),
      tache('b', '2018-01-08', '2018-01-12', ['a']),
      tache('c', '2018-01-22', '2018-01-26', ['b']),
    ]);
    expect(taches.map(({ libre, marge, critique }) => [libre, marge, critique])).toEqual([
      [0, 5, false],
      [5, 5, false],
      [0, 0, true],
    ]);
  });

  it('tells a task planned to start before one that it waits for has ended', () => {
    const { chevauchements, taches } = calendrierDe([
      tache('aide', '2018-07-02', '2018-07-13'),
      tache('poste', '2018-07-09', '2018-07-27', ['aide']),
    ]);
    expect(chevauchements.map(({ avant, apres, jours }) => [avant.id, apres.id, jours])).toEqual([
      ['aide', 'poste', 5],
    ]);
    expect(taches[0]?.libre).toBe(0);
  });

  it('keeps the planned dates of tasks that wait for each other, and gives them no margin', () => {
    const { boucle, taches } = calendrierDe([
      tache('a', '2018-01', '2018-01', ['b']),
      tache('b', '2018-02', '2018-02', ['a']),
    ]);
    expect(boucle.sort()).toEqual(['a', 'b']);
    expect(taches.every(({ critique, marge }) => !critique && marge === null)).toBe(true);
  });

  it('ends months and years on their last day', () => {
    expect(new Date(lendemain('2018-02')).toISOString()).toMatch(/^2018-03-01/);
    expect(new Date(lendemain('2018')).toISOString()).toMatch(/^2019-01-01/);
    expect(new Date(lendemain('2018-02-28')).toISOString()).toMatch(/^2018-03-01/);
  });
});

const reunion = (rest: Partial<Reunion>): Reunion => ({
  id: 'r',
  type: 'copil',
  phase: 'Phase 2',
  date: '2018-01-10',
  etat: 'tenue',
  ordre_du_jour: [{ point: 'Choix' }],
  ...rest,
});
const choix = (id: string, statut: 'valide' | 'ajourne' = 'valide') => [
  { objet: 'Choix', texte: 'Retenu.', scenario: id, statut },
];

describe('scenario retained', () => {
  const study = (reunions: Reunion[]) => ({ ...etudeAvecScenarios([scenario('a'), scenario('b')]), reunions });

  it('is that of the last valid decision of a meeting held by the date', () => {
    const held = study([
      reunion({ id: '1', decisions: choix('a') }),
      reunion({ id: '2', date: '2018-02-01', decisions: choix('b') }),
      reunion({ id: '3', date: '2018-06-01', decisions: choix('a') }),
    ]);
    expect(scenarioRetenu(held)?.scenario.id).toBe('b');
    expect(scenarioRetenu(held, '2019-01-01')?.scenario.id).toBe('a');
  });

  it('is none when the meeting is planned, or put the choice off', () => {
    expect(scenarioRetenu(study([reunion({ etat: 'prevue', decisions: choix('a') })]))).toBeNull();
    expect(scenarioRetenu(study([reunion({ decisions: choix('a', 'ajourne') })]))).toBeNull();
  });
});

describe('year of experimentation', () => {
  const s = scenario('a');
  const study = etudeAvecScenarios([s]);
  const chiffrage = () => chiffrer(study, s, hypothesesDe(study));
  const annee = () => anneeDe(chiffrage(), '2018-09');

  it('weighs what a loan asks by the chance to have it, as what it brings', () => {
    const terms = { taux: 0.1, duree_annees: 4, profil: 'capital-constant' as const };
    const loan = {
      id: 'pret',
      nature: 'emprunt' as const,
      montant: 4000,
      statut: 'pressenti' as const,
      remboursement: terms,
    };
    const own = scenario('a', { financements: [{ ...loan, probabilite: 0.25 }] });
    const { depenses, depensesProbables } = anneeDe(
      chiffrer(etudeAvecScenarios([own]), own, hypothesesDe(study)),
      '2018-09',
    );
    // 400 € of interest and 1 000 € of capital, three times in four not asked.
    expect(depenses - depensesProbables).toBeCloseTo(1050, 6);
  });

  it('is that of the scenario: it buys in the first month, receives late money late, and ends with the last receipt', () => {
    const { mois, depenses, recettes, minimum, soldeInitial, derniereRecette } = annee();
    expect(soldeInitial).toBeCloseTo(0, 6);
    expect(depenses).toBe(28000);
    expect(recettes).toBe(25000);
    // 9 000 € at one chance in two, and 16 000 € sure.
    expect(annee().recettesProbables).toBe(20500);
    // A twelfth of 22 000 and the machine in September; own funds come by twelfths.
    expect(mois[0]?.depenses).toBeCloseTo(22000 / 12 + 6000, 6);
    expect(mois[0]?.solde).toBeCloseTo(16000 / 12 - 22000 / 12 - 6000, 6);
    expect(mois.map(({ mois: m }) => m)).toContain('2018-09');
    expect((mois.at(-1)?.mois ?? '') >= derniereRecette).toBe(true);
    for (const [i, one] of mois.entries())
      expect((mois[i - 1]?.solde ?? soldeInitial) + one.recettes - one.depenses).toBeCloseTo(one.solde, 6);
    expect(minimum.solde).toBe(chiffrage().tresorerie.minimum.solde);
    expect(Math.min(...mois.map(({ solde }) => solde))).toBeCloseTo(minimum.solde, 6);
  });

  it('may be the only one of the plan', () => {
    const own = scenario('a', { duree_annees: 1 });
    const alone = anneeDe(chiffrer(etudeAvecScenarios([own]), own, hypothesesDe(study)), '2018-09');
    expect([alone.depenses, alone.deuxiemeAnnee]).toEqual([28000, null]);
  });

  it('ends with the first claim of an aid that pays for purchases alone', () => {
    const derniere = (assiette: string[]) => {
      const [aide, ...rest] = s.financements;
      const late = { ...aide, assiette, demandes_paiement: 'trimestrielle', delai_versement_mois: 12 };
      const own = { ...s, financements: [late, ...rest] } as typeof s;
      return anneeDe(chiffrer(study, own, hypothesesDe(study)), '2018-09').derniereRecette;
    };
    expect(derniere(['humain'])).toBe('2020-08');
    expect(derniere(['materiel'])).toBe('2019-11');
  });
});
