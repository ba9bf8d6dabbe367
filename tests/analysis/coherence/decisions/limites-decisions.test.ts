/** What was put first and what was decided: each rule just under, at, and just over its limit, and where it has nothing to compare. */
import { describe, expect, it } from 'vitest';
import {
  ajustementSansBesoin,
  prioritesNonSuivies,
} from '../../../../src/analysis/coherence/regles/choix-du-scenario/priorites.js';
import { phaseSansDecision } from '../../../../src/analysis/coherence/regles/decisions/portees.js';
import { voteContredit } from '../../../../src/analysis/coherence/regles/decisions/votes.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { besoin, etude } from '../../small-study.js';
import { projet, reunion, said, tells, told } from '../told.js';

const POIDS = { importance: 1, non_couvert: 0, capacite: 0, cadre: 0, eligibilite: 0 };
/** Needs of water for the schools, whose importance makes the points: four of five is 75. */
const classes = (prioritaire: number, own: object = {}, rest: object = {}) => ({
  ...etudeAvecScenarios([scenario('a', own as never)]),
  besoins: [besoin('b', { importance: 4 })],
  priorites: { poids: POIDS, seuils: { prioritaire, secondaire: 0 } },
  ...rest,
});

describe('priorities', () => {
  it('are followed from the points of the threshold on', () => {
    const elsewhere = { domaines_prioritaires: ['eau'], publics_prioritaires: ['familles'] };
    expect(
      tells(
        prioritesNonSuivies,
        [75.01, 75, 74.99].map((limit) => classes(limit, elsewhere)),
      ),
    ).toEqual([0, 1, 1]);
    expect(told(prioritesNonSuivies, classes(75, elsewhere))).toEqual([
      'scenarios/a/publics_prioritaires / priorites/poids',
    ]);
    expect(told(prioritesNonSuivies, classes(75, { domaines_prioritaires: ['air'] }))).toEqual([
      'scenarios/a/domaines_prioritaires / priorites/poids',
      'scenarios/a/domaines_prioritaires/1 / priorites/seuils',
    ]);
  });

  it('reach the threshold by points that a sum of weights makes, whatever its last decimal', () => {
    // (0.1 × 75 + 0.1 × 100 + 0.1 × 50) / (0.1 + 0.1 + 0.1): 74.99999999999999 for a computer.
    const study = {
      ...classes(75, { publics_prioritaires: ['familles'] }),
      priorites: {
        poids: { importance: 0.1, non_couvert: 0, capacite: 0, cadre: 0.1, eligibilite: 0.1 },
        cadre: [{ domaine: 'eau', note: 5, motif: 'M' }],
        eligibilite: [{ domaine: 'eau', note: 3, motif: 'M' }],
        seuils: { prioritaire: 75, secondaire: 0 },
      },
    };
    expect(tells(prioritesNonSuivies, [study])).toEqual([1]);
  });

  it('are followed by a scenario that serves first the first pair, and nothing that no pair puts first', () => {
    expect(told(prioritesNonSuivies, classes(75))).toEqual([]);
    expect(told(prioritesNonSuivies, classes(75, { domaines_prioritaires: ['eau', 'air'] }))).toEqual([
      'scenarios/a/domaines_prioritaires/2 / priorites/seuils',
    ]);
    // Without priorities, or without needs, nothing was put first.
    const air = { domaines_prioritaires: ['air'] };
    expect(
      tells(prioritesNonSuivies, [classes(75, air, { priorites: null }), classes(75, air, { besoins: [] })]),
    ).toEqual([0, 0]);
  });
});

describe('an adjustment', () => {
  const ajuste = (cible: string, rest: object = {}) =>
    classes(
      50,
      {},
      {
        priorites: { poids: POIDS, ajustements: [{ domaine: 'eau', public: cible, points: 10, motif: 'M' }], ...rest },
      },
    );

  it('is of a pair that has one need at least', () => {
    expect(told(ajustementSansBesoin, ajuste('ecoles'))).toEqual([]);
    expect(told(ajustementSansBesoin, ajuste('familles'))).toEqual(['priorites/ajustements/1 / besoins']);
    expect(said(ajustementSansBesoin, ajuste('familles'))).toMatch(/^l’ajustement de 10 points porte sur « Eau »/);
    expect(told(ajustementSansBesoin, { ...ajuste('familles'), besoins: [] })).toEqual([]);
  });

  it('is not said to have no need where nothing that weighs measures its pair', () => {
    const unmeasured = ajuste('ecoles', { poids: { ...POIDS, importance: 0, cadre: 1 } });
    expect(told(ajustementSansBesoin, unmeasured)).toEqual(['priorites/ajustements/1 / priorites/poids']);
    expect(said(ajustementSansBesoin, unmeasured)).toMatch(/qu’aucune mesure qui pèse ne classe : il reste sans effet/);
  });
});

describe('a phase', () => {
  const exigence = (id: string, regle: string) => ({ id, ref: id, texte: id, regle, phase: 'Lot B' });
  const lance = (date: string, rest: object = {}) =>
    reunion('conseil', date, {
      type: 'deliberation',
      phase: 'Lot A',
      decisions: [{ objet: 'Lancement', texte: 'Lancé.', statut: 'valide', lance: 'Lot B', ...rest }],
    });
  const phase = (date: string, reunions: object[] = [lance('2024-03-15')], rest: object = {}) => ({
    ...etude(),
    contrat: { nom: 'Marché', exigences: [exigence('lancer', 'decision-lancement')] },
    reunions: [...reunions, reunion('essai', date, { phase: 'Lot B' })],
    ...rest,
  });

  it('begins on the day of its decision at the soonest, to the precision that is given', () => {
    expect(
      tells(
        phaseSansDecision,
        ['2024-03-16', '2024-03-15', '2024-03-14', '2024-03', '2024-02'].map((day) => phase(day)),
      ),
    ).toEqual([0, 0, 1, 0, 1]);
    expect(told(phaseSansDecision, phase('2024-03-14'))).toEqual([
      'reunions/essai/date / reunions/conseil/decisions/1',
    ]);
  });

  it('begins by a meeting that was held, or by the choice of its projects when the contract asks for projects in it', () => {
    const planned = phase('2024-03-14');
    expect(
      told(phaseSansDecision, {
        ...planned,
        reunions: [lance('2024-03-15'), reunion('essai', '2024-03-14', { phase: 'Lot B', etat: 'prevue' })],
      }),
    ).toEqual([]);
    const projets = [projet('p', { retenu_le: '2024-03-14' })];
    expect(told(phaseSansDecision, phase('2024-03-16', undefined, { projets }))).toEqual([]);
    const contrat = {
      nom: 'Marché',
      exigences: [exigence('lancer', 'decision-lancement'), exigence('projets', 'nombre-projets')],
    };
    expect(told(phaseSansDecision, phase('2024-03-16', undefined, { projets, contrat }))).toEqual([
      'projets/p/retenu_le / reunions/conseil/decisions/1',
    ]);
  });

  it('is not begun by the meeting that puts off its launching, nor by an experimentation to come', () => {
    const put = reunion('report', '2024-03-10', {
      type: 'deliberation',
      phase: 'Lot B',
      decisions: [{ objet: 'Lancement', texte: 'Reporté.', statut: 'ajourne', lance: 'Lot B' }],
    });
    expect(told(phaseSansDecision, { ...phase('2024-03-16'), reunions: [put] })).toEqual([]);
    const contrat = {
      nom: 'Marché',
      exigences: [exigence('lancer', 'decision-lancement'), exigence('duree', 'duree-experimentation')],
    };
    const mode_operatoire = { experimentation: { debut: '2024-05', fin: '2025-04' } };
    const study = { ...phase('2024-03-16'), contrat, mode_operatoire, reunions: [put] };
    const au = (date: string) => ({ ...study, etude: { ...study.etude, date } });
    expect(told(phaseSansDecision, au('2024-04-02'))).toEqual([]);
    expect(told(phaseSansDecision, au('2024-06-02'))).toEqual([
      'mode_operatoire/experimentation/debut / contrat/exigences/lancer',
    ]);
  });

  it('is not launched by a proposal, nor by no one', () => {
    expect(told(phaseSansDecision, phase('2024-03-16', [lance('2024-03-15', { portee: 'propose' })]))).toEqual([
      'reunions/essai/date / reunions/conseil/decisions/1',
    ]);
    expect(told(phaseSansDecision, phase('2024-03-16', []))).toEqual([
      'reunions/essai/date / contrat/exigences/lancer',
    ]);
    expect(told(phaseSansDecision, phase('2024-03-16', [lance('2024-03-15', { statut: 'ajourne' })]))).toEqual([
      'reunions/essai/date / contrat/exigences/lancer',
    ]);
  });
});

describe('a count of votes', () => {
  const votee = (vote: object, representants?: number, statut = 'valide', texte = 'Voté.') =>
    etude({
      reunions: [
        reunion('r', '2018-02-01', {
          presents: [{ organisme: 'Délégués', ...(representants === undefined ? {} : { representants }) }],
          decisions: [{ objet: 'Budget', texte, statut, vote } as never],
        }) as never,
      ],
    });

  it('adopts by as many votes for as against at least, and says nothing of what is put off', () => {
    expect(
      tells(voteContredit, [
        votee({ pour: 5, contre: 4 }),
        votee({ pour: 5, contre: 5 }),
        votee({ pour: 5, contre: 6 }),
        votee({ pour: 5, contre: 6 }, undefined, 'ajourne'),
        votee({ pour: 1 }),
        votee({ pour: 5, contre: 6 }, undefined, 'valide', 'La demande d’ajournement est rejetée.'),
      ]),
    ).toEqual([0, 0, 1, 0, 0, 0]);
  });

  it('has one vote for each who sits at a committee, two where it says that some gave theirs, where all are counted', () => {
    const ten = { pour: 7, contre: 2, abstentions: 1 };
    const given = 'Adopté, pouvoirs compris.';
    expect(
      tells(voteContredit, [
        votee(ten, 10),
        votee(ten, 5),
        votee(ten, 5, 'valide', given),
        votee(ten, 4, 'valide', given),
        votee(ten),
        votee(ten, 2, 'valide', 'Adopté, les voix étant pondérées.'),
      ]),
    ).toEqual([0, 1, 0, 1, 0, 0]);
  });
});
