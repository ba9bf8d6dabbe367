/** The scenario retained, the critical path and the cash of the year. */
import { describe, expect, it } from 'vitest';
import { anneeDe } from '../../src/analysis/mode-operatoire/annee.js';
import { calendrierDe, lendemain } from '../../src/analysis/mode-operatoire/calendrier.js';
import { scenarioRetenu } from '../../src/analysis/mode-operatoire/retenu.js';
import { chiffrer } from '../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../src/analysis/scenarios/hypotheses.js';
import type { ModeOperatoire, Reunion } from '../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from './small-scenario.js';

const tache = (id: string, debut: string, fin: string, apres: string[] = []) => ({
  id,
  libelle: id,
  debut,
  fin,
  responsable: 'cdc',
  apres,
});

describe('critical path', () => {
  it('follows the longest chain of tasks that wait for one another, and gives the others their slack', () => {
    // a: 31 days, b: 28, then c after both, 10 days; d waits for nobody, 5 days.
    const { taches, duree } = calendrierDe([
      tache('a', '2018-01', '2018-01'),
      tache('b', '2018-01-01', '2018-01-28'),
      tache('c', '2018-02-01', '2018-02-10', ['a', 'b']),
      tache('d', '2018-01-01', '2018-01-05'),
    ]);
    expect(duree).toBe(41);
    expect(taches.map(({ marge }) => marge)).toEqual([0, 3, 0, 36]);
    expect(taches.map(({ critique }) => critique)).toEqual([true, false, true, false]);
  });

  it('keeps the planned dates of tasks that wait for each other, and says so', () => {
    const { boucle, taches } = calendrierDe([
      tache('a', '2018-01', '2018-01', ['b']),
      tache('b', '2018-02', '2018-02', ['a']),
    ]);
    expect(boucle.sort()).toEqual(['a', 'b']);
    expect(taches.every(({ critique }) => !critique)).toBe(true);
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
  const mode = (rest: Partial<ModeOperatoire>): ModeOperatoire =>
    ({ scenario: 'a', parcours: [], ...rest }) as ModeOperatoire;
  const anneeAvec = (rest: Partial<ModeOperatoire>) => {
    const study = { ...etudeAvecScenarios([s]), mode_operatoire: mode(rest) };
    return anneeDe(study, chiffrer(study, s, hypothesesDe(study)), '2018-09');
  };

  it('spends by the season, buys in the first month, and receives late money late', () => {
    const season = [0.5, ...Array.from({ length: 11 }, () => 0.5 / 11)];
    const { mois, depenses, recettes, resteARecevoir } = anneeAvec({
      tresorerie: { solde_initial: 5000, saisonnalite: season },
    });
    expect(depenses).toBe(28000);
    expect(recettes).toBe(25000);
    // Half of 22 000 and the machine in September; own funds come by twelfths.
    expect(mois[0]?.depenses).toBeCloseTo(17000, 6);
    expect(mois[0]?.mois).toBe('2018-09');
    expect(mois[0]?.solde).toBeCloseTo(5000 - 17000 + 16000 / 12, 6);
    // Six of the twelve payments of the subsidy come after the end of the year.
    expect(resteARecevoir).toBeCloseTo(4500, 6);
    expect(mois[11]?.mois).toBe('2019-08');
  });

  it('spreads evenly, from the cash of the assumptions, without a season', () => {
    expect(anneeAvec({}).soldeInitial).toBe(0);
    expect(anneeAvec({}).mois[1]?.depenses).toBeCloseTo(22000 / 12, 6);
  });
});
