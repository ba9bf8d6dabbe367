/** Inventories and meetings, rules of one comparison, each at its limits: what is told, and just beside it what is not. */
import { describe, expect, it } from 'vitest';
import {
  fixeeApresReunion,
  reunionPasseePrevue,
} from '../../../../src/analysis/coherence/regles/calendrier/calendrier-reunions.js';
import {
  perimetreDifferent,
  perimetreEnDouble,
} from '../../../../src/analysis/coherence/regles/choix-du-scenario/priorites.js';
import { decisionSansSeance } from '../../../../src/analysis/coherence/regles/decisions/competences.js';
import { outilDUnAutreProjet } from '../../../../src/analysis/coherence/regles/diagnostic/actions-et-outils.js';
import { recueilNonClos } from '../../../../src/analysis/coherence/regles/diagnostic/recueil.js';
import {
  besoinDUnAutreProjet,
  lienSansRetour,
  outilDUneAutreModalite,
  reserveDUneAutreReunion,
} from '../../../../src/analysis/coherence/regles/diagnostic/renvois-croises.js';
import {
  leveeHorsDelai,
  reserveADeuxEtats,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/conditions.js';
import { decisionSansChoix } from '../../../../src/analysis/coherence/regles/mode-operatoire/dispositif.js';
import { besoin, etude, experience, outil, rencontre } from '../../small-study.js';
import { avec, avecReunions, duMode, mode, projet, reunion, tache, tells, told } from '../told.js';

const projets = (rest: object, study: object = {}) => ({ ...etude(), ...study, projets: [projet('p', rest)] });

describe('inventories that name each other', () => {
  it('a tool of a project serves one of its domains, or says none', () => {
    const un = (domaines: string[], id = 'malle') =>
      projets({ outils: [{ outil: id }] }, { outils: [outil('malle', { domaines })] });
    expect(told(outilDUnAutreProjet, un(['air']))).toEqual(['projets/p/outils/1/outil / outils/malle/domaines']);
    expect(tells(outilDUnAutreProjet, [un(['air', 'eau']), un([]), un(['air'], 'autre'), projets({})])).toEqual([
      0, 0, 0, 0,
    ]);
  });
  it('a tool serves in a scenario one of its own modalities', () => {
    const un = (modalites: string[] | undefined, ligne: string | undefined = 'visites') => ({
      ...avec({ outils: [{ outil: 'malle', annee: 1, quantite: 1, modalite: ligne }] }),
      outils: [outil('malle', modalites ? { modalites } : {})],
    });
    expect(told(outilDUneAutreModalite, un(['atelier']))).toEqual([
      'scenarios/a/outils/1/modalite / outils/malle/modalites',
    ]);
    expect(
      tells(outilDUneAutreModalite, [un(['atelier', 'visite']), un([]), un(undefined), un(['atelier'], 'inconnue')]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('a tool and an experience name each other where both name any', () => {
    const paire = (experiences: string[] | undefined, outils: string[] | undefined) => ({
      ...etude(),
      outils: [outil('o', experiences ? { experiences } : {})],
      experiences: [experience('e', outils ? { outils } : {})],
    });
    expect(told(lienSansRetour, paire(['e'], ['x']))).toEqual(['outils/o/experiences / experiences/e/outils']);
    expect(told(lienSansRetour, paire(['x'], ['o']))).toEqual(['experiences/e/outils / outils/o/experiences']);
    expect(
      tells(lienSansRetour, [paire(['e'], ['o']), paire(['x'], ['x']), paire(['e'], []), paire(undefined, ['o'])]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('a need is of a public or of a domain of the project, an expected action of one of its domains', () => {
    const un = (public_: string, domaines: string[]) =>
      projets({ besoins: ['b'] }, { besoins: [besoin('b', { public: public_, domaines })] });
    expect(told(besoinDUnAutreProjet, un('familles', ['air']))).toEqual(['projets/p/besoins/1 / besoins/b']);
    expect(
      tells(besoinDUnAutreProjet, [un('ecoles', ['air']), un('familles', ['air', 'eau']), projets({ besoins: ['x'] })]),
    ).toEqual([0, 0, 0]);
    const attendue = (domaines: string[] | undefined) => {
      const study = projets({ actions_indicatives: ['x', 'a1'] });
      return {
        ...study,
        etude: { ...study.etude, actions_indicatives: [{ id: 'a1', libelle: 'A', ...(domaines ? { domaines } : {}) }] },
      };
    };
    expect(told(besoinDUnAutreProjet, attendue(['air']))).toEqual([
      'projets/p/actions_indicatives/2 / etude/actions_indicatives/a1/domaines',
    ]);
    expect(tells(besoinDUnAutreProjet, [attendue(['air', 'eau']), attendue([]), attendue(undefined)])).toEqual([
      0, 0, 0,
    ]);
  });
  it('two perimeters of the same communes are one', () => {
    const perimetres = (...listes: string[][]) => ({
      ...etude(),
      territoire: {
        ...etude().territoire,
        perimetres: listes.map((communes, i) => ({ id: `p${i}`, libelle: `P${i}`, communes })),
      },
    });
    expect(told(perimetreEnDouble, perimetres(['99001', '99002'], ['99001'], ['99002', '99001']))).toEqual([
      'territoire/perimetres/p2 / territoire/perimetres/p0',
    ]);
    expect(
      tells(perimetreEnDouble, [perimetres(['99001'], ['99002']), perimetres([], []), perimetres(['99001'])]),
    ).toEqual([0, 0, 0]);
    expect(told(perimetreDifferent, duMode({ perimetre: 'tout' }))).toEqual([
      'mode_operatoire/perimetre / scenarios/a/perimetre',
    ]);
    expect(
      tells(perimetreDifferent, [duMode({ perimetre: 'haut' }), duMode({}), mode({ perimetre: 'tout' }), etude()]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('what was heard is closed on the day of the diagnostic', () => {
    const clos = (
      fin: string | undefined,
      date = '2017-11-20',
      livrables: object[] = [{ id: 'diagnostic', titre: 'D', date: '2018-01-31' }],
    ) => ({
      ...etude(),
      etude: { ...etude().etude, livrables },
      participation: [rencontre('r', { date, ...(fin ? { fin } : {}) })],
    });
    expect(told(recueilNonClos, clos('2018-02-01'))).toEqual(['participation/r/fin / etude/livrables/diagnostic/date']);
    expect(
      tells(recueilNonClos, [
        clos('2018-01-31'),
        clos('2018-01'),
        clos(undefined),
        clos('2018-03', '2018-02-01'),
        clos('2018-03', '2017', []),
      ]),
    ).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('meetings', () => {
  it('are fixed before they are held and before their papers are sent', () => {
    const fixee = (fixee_le: string, envoi_documents?: string) =>
      avecReunions(reunion('r', '2018-02-10', { fixee_le, ...(envoi_documents ? { envoi_documents } : {}) }));
    expect(told(fixeeApresReunion, fixee('2018-02-11'))).toEqual(['reunions/r/fixee_le / reunions/r/date']);
    expect(
      tells(fixeeApresReunion, [fixee('2018-02-10'), fixee('2018-02'), fixee('2018-01-31', '2018-01-31')]),
    ).toEqual([0, 0, 0]);
    expect(tells(fixeeApresReunion, [fixee('2018-02-01', '2018-01-31'), avecReunions(reunion('r', '2018'))])).toEqual([
      1, 0,
    ]);
  });
  it('that are planned are not past', () => {
    const prevue = (date: string, etat = 'prevue') => avecReunions(reunion('r', date, { etat }));
    expect(told(reunionPasseePrevue, prevue('2018-02-14'))).toEqual(['reunions/r/etat / etude/date']);
    expect(
      tells(reunionPasseePrevue, [
        prevue('2018-02-15'),
        prevue('2018-02'),
        prevue('2018-01', 'tenue'),
        prevue('2018-01', 'annulee'),
      ]),
    ).toEqual([0, 0, 0, 0]);
  });
  const decision = (rest: object) =>
    avecReunions(reunion('r', '2018-01-10', { decisions: [{ objet: 'O', texte: 'T', ...rest }] }));
  it('say that what they asked for came late', () => {
    const suite = (date: string, etat = 'levee', echeance: string | undefined = '2018-01-31') =>
      decision({ echeance, suites: [{ etat, texte: 'F', date }] });
    expect(told(leveeHorsDelai, suite('2018-02-01'))).toEqual([
      'reunions/r/decisions/1/suites/1/etat / reunions/r/decisions/1/echeance',
    ]);
    expect(
      tells(leveeHorsDelai, [
        suite('2018-01-31'),
        suite('2018-01'),
        suite('2018-02-01', 'hors-delai'),
        suite('2018-02-01', 'en-cours'),
        decision({ suites: [{ etat: 'levee', texte: 'F', date: '2018-03' }] }),
        decision({}),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0]);
  });
  it('and the mode opératoire say the same of a reserve, by the last that is known', () => {
    const deuxEtats = (etat: string, ...suites: [date: string, etat: string, rang?: number][]) => ({
      ...decision({
        reserves: ['Autre', 'Entendre.'],
        suites: suites.map(([date, one, reserve = 2]) => ({ date, etat: one, texte: 'T', reserve })),
      }),
      mode_operatoire: { scenario: 'a', parcours: [], reserves: [{ reserve: 'Entendre.', etat }] },
    });
    expect(told(reserveADeuxEtats, deuxEtats('levee', ['2018-01-12', 'levee'], ['2018-01-13', 'en-cours']))).toEqual([
      'mode_operatoire/reserves/1/etat / reunions/r/decisions/1/suites/2/etat',
    ]);
    expect(told(reserveADeuxEtats, deuxEtats('ecartee', ['2018-01-12', 'levee']))).toHaveLength(1);
    expect(
      tells(reserveADeuxEtats, [
        deuxEtats('levee', ['2018-01-12', 'levee']),
        deuxEtats('levee', ['2018-01-12', 'hors-delai']),
        deuxEtats('levee', ['2018-01-13', 'levee'], ['2018-01-12', 'en-cours']),
        deuxEtats('levee', ['2018-01-12', 'en-cours', 1]),
        deuxEtats('levee'),
        deuxEtats('ecartee', ['2018-01-12', 'ecartee']),
        deuxEtats('en-cours', ['2018-01-12', 'levee']),
        deuxEtats('a-engager', ['2018-01-12', 'levee']),
        etude(),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
  it('are named for the reserves that they made', () => {
    const attribuee = (id: string | undefined, reserve = 'entendre !') => ({
      ...avecReunions(
        reunion('r', '2018-01-10', { decisions: [{ objet: 'O', texte: 'T', reserves: ['Entendre.'] }] }),
        reunion('s', '2018-02-10'),
      ),
      mode_operatoire: { scenario: 'a', parcours: [], reserves: [{ reserve, ...(id ? { reunion: id } : {}) }] },
    });
    expect(told(reserveDUneAutreReunion, attribuee('s'))).toEqual(['mode_operatoire/reserves/1/reunion / reunions/r']);
    expect(
      tells(reserveDUneAutreReunion, [
        attribuee('r'),
        attribuee('s', 'Rien de cela'),
        attribuee(undefined),
        attribuee('x'),
        etude(),
      ]),
    ).toEqual([0, 0, 0, 0, 0]);
  });
  it('decide of what a task waits for, between its first and its last day', () => {
    const faite = (
      date: string,
      rest: object = {},
      decisions: object[] = [{ objet: 'O', texte: 'T', statut: 'valide' }],
    ) => ({
      ...mode({ taches: [tache('t', '2018-01-10', '2018-01-20', { porte: 'decision', avancement: 1, ...rest })] }),
      reunions: [reunion('r', date, { decisions })],
    });
    expect(told(decisionSansSeance, faite('2018-01-09'))).toEqual(['mode_operatoire/taches/t / reunions']);
    expect(
      tells(decisionSansSeance, [
        faite('2018-01-10'),
        faite('2018-01-20'),
        faite('2018-01-21'),
        faite('2018-01-21', { fin_reelle: '2018-01-21' }),
        faite('2018-01-09', { debut_reel: '2018-01-09' }),
        faite('2018-01-09', { avancement: 0.9 }),
        faite('2018-01-09', { avancement: undefined, fin_reelle: '2018-01-15' }),
        faite('2018-01-09', { porte: 'aide' }),
        faite('2018-01-15', {}, []),
        faite('2018-01-09', { fin: '2018-02-16' }),
      ]),
    ).toEqual([0, 0, 1, 0, 0, 0, 1, 0, 1, 0]);
  });
  it('chose the scenario of which they are the decision', () => {
    const citee = (scenarioId: string | undefined, id = 'r', statut = 'valide') => ({
      ...duMode({ decision: id }),
      reunions: [reunion('r', '2018-01-10', { decisions: [{ objet: 'O', texte: 'T', scenario: scenarioId, statut }] })],
    });
    expect(told(decisionSansChoix, citee('b'))).toEqual(['mode_operatoire/decision / reunions/r']);
    expect(told(decisionSansChoix, citee('a', 'r', 'ajourne'))).toEqual([
      'mode_operatoire/decision / reunions/r/decisions/1/statut',
    ]);
    expect(tells(decisionSansChoix, [citee(undefined), citee('a'), citee('b', 'x'), duMode({})])).toEqual([1, 0, 0, 0]);
  });
});
