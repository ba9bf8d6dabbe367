/** Rules of one comparison, each at its limits: what is told, and just beside it what is not. */
import { describe, expect, it } from 'vitest';
import { outilDUnAutreProjet } from '../../../src/analysis/coherence/regles/actions-et-outils.js';
import { fixeeApresReunion, reunionPasseePrevue } from '../../../src/analysis/coherence/regles/calendrier-reunions.js';
import { decisionSansSeance } from '../../../src/analysis/coherence/regles/competences.js';
import { leveeHorsDelai, reserveADeuxEtats } from '../../../src/analysis/coherence/regles/conditions.js';
import { conventionPlusLongue } from '../../../src/analysis/coherence/regles/conventions.js';
import { echelleTropLarge } from '../../../src/analysis/coherence/regles/criteres.js';
import { decisionSansChoix } from '../../../src/analysis/coherence/regles/dispositif.js';
import { entiteSansCondition } from '../../../src/analysis/coherence/regles/entites.js';
import { experimentationAvantDemarrage } from '../../../src/analysis/coherence/regles/experimentation.js';
import { montantEtTaux } from '../../../src/analysis/coherence/regles/financeurs.js';
import { monteeInegale } from '../../../src/analysis/coherence/regles/moyens.js';
import { personneEnDouble } from '../../../src/analysis/coherence/regles/personnes.js';
import { jalonQuiDure } from '../../../src/analysis/coherence/regles/planning.js';
import { perimetreDifferent, perimetreEnDouble } from '../../../src/analysis/coherence/regles/priorites.js';
import { comptesApresLeurArret, payeSansSignature } from '../../../src/analysis/coherence/regles/realise.js';
import { recueilNonClos } from '../../../src/analysis/coherence/regles/recueil.js';
import { aideSansAssiette } from '../../../src/analysis/coherence/regles/regles-d-aide.js';
import {
  besoinDUnAutreProjet,
  lienSansRetour,
  outilDUneAutreModalite,
  reserveDUneAutreReunion,
} from '../../../src/analysis/coherence/regles/renvois-croises.js';
import { repliEtNatures, repliSansNature } from '../../../src/analysis/coherence/regles/replis.js';
import { rythmeInegal } from '../../../src/analysis/coherence/regles/versements.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, scenario } from '../small-scenario.js';
import { besoin, etude, experience, outil, rencontre } from '../small-study.js';
import {
  aide,
  avec,
  avecReunions,
  base,
  duMode,
  mare,
  modalite,
  mode,
  poste,
  projet,
  reunion,
  tache,
  tells,
  told,
} from './told.js';

const deux = (own: object, other: object = {}) =>
  etudeAvecScenarios([scenario('a', own as Partial<Scenario>), scenario('b', other as Partial<Scenario>)]);
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
      'mode-operatoire/perimetre / scenarios/a/perimetre',
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
    expect(told(decisionSansSeance, faite('2018-01-09'))).toEqual(['mode-operatoire/taches/t / reunions']);
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
    const citee = (scenarioId: string | undefined, id = 'r') => ({
      ...duMode({ decision: id }),
      reunions: [reunion('r', '2018-01-10', { decisions: [{ objet: 'O', texte: 'T', scenario: scenarioId }] })],
    });
    expect(told(decisionSansChoix, citee('b'))).toEqual(['mode-operatoire/decision / reunions/r']);
    expect(tells(decisionSansChoix, [citee(undefined), citee('a'), citee('b', 'x'), duMode({})])).toEqual([1, 0, 0, 0]);
  });
});

describe('scenarios', () => {
  it('count a person once', () => {
    const un = (partenaire: object, post: object = {}) =>
      avec({
        partenaires: [{ ...mare, ...partenaire }],
        moyens: { ...base.moyens, humains: [poste, { ...poste, id: 'autre', porteur: 'mare', ...post }] },
      });
    expect(told(personneEnDouble, un({}))).toEqual([
      'scenarios/a/partenaires/1/jours_an / scenarios/a/moyens/humains/autre',
    ]);
    expect(
      tells(personneEnDouble, [
        un({ jours_an: 0 }),
        un({ jours_an: undefined }),
        un({ poste: 'autre' }),
        un({}, { etp: 0 }),
        un({}, { porteur: 'cdc' }),
        un({ acteur: 'cdc' }),
        avec(),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
  it('rise alike, or say that one does not', () => {
    expect(told(monteeInegale, deux({ montee_en_charge: [0.5, 1] }))).toEqual([
      'scenarios/b/modalites / scenarios/a/montee_en_charge',
    ]);
    expect(
      tells(monteeInegale, [
        deux({ montee_en_charge: [1] }),
        deux({ montee_en_charge: [0.5] }, { montee_en_charge: [1] }),
        deux({}),
        deux({ montee_en_charge: [] }),
        deux({}, { montee_en_charge: [0.99] }),
      ]),
    ).toEqual([0, 0, 0, 0, 1]);
  });
  it('have a receipt that is an amount or a rate', () => {
    const une = (rest: object) => avec({ financements: [{ ...aide, ...rest }] });
    expect(told(montantEtTaux, une({ montant: 0 }))).toEqual([
      'scenarios/a/financements/aide/montant / scenarios/a/financements/aide/taux',
    ]);
    expect(tells(montantEtTaux, [une({}), une({ taux: undefined, montant: 5 }), une({ taux: 0, montant: 5 })])).toEqual(
      [0, 0, 1],
    );
  });
  it('have something of what an aid is a share of', () => {
    const une = (rest: object) => avec({ financements: [{ ...aide, ...rest }] });
    expect(told(aideSansAssiette, une({ assiette: ['prestation'] }))).toEqual([
      'scenarios/a/financements/aide / scenarios/a/moyens',
    ]);
    expect(
      tells(aideSansAssiette, [
        une({}),
        une({ assiette: ['prestation', 'materiel'] }),
        une({ assiette_porteurs: ['mare'] }),
        une({ assiette: ['prestation'], taux: undefined, montant: 5 }),
      ]),
    ).toEqual([0, 0, 1, 0]);
  });
  it('write what the law asks of a legal person that they create', () => {
    const cree = (rest: object) => avec({ nouvelle_entite: true, ...rest });
    expect(told(entiteSansCondition, cree({}))).toEqual(['scenarios/a/nouvelle_entite / scenarios/a']);
    expect(
      tells(entiteSansCondition, [
        cree({ conditions_juridiques: [] }),
        cree({ conditions_juridiques: [{ libelle: 'S', etat: 'a-remplir' }] }),
        avec({ nouvelle_entite: false }),
      ]),
    ).toEqual([1, 0, 0]);
  });
  it('pay one aid at one rhythm, unless one says why not', () => {
    const rythmes = (a: object, b: object) =>
      deux({ financements: [{ ...aide, ...a }] }, { financements: [{ ...aide, ...b }] });
    expect(told(rythmeInegal, rythmes({}, { acompte: 0.3 }))).toEqual([
      'scenarios/b/financements/aide / scenarios/a/financements/aide',
    ]);
    expect(
      tells(rythmeInegal, [
        rythmes({ demandes_paiement: 'mensuelle' }, {}),
        rythmes({ acompte: 0.3 }, { acompte: 0.3 }),
        rythmes({}, { demandes_paiement: 'annuelle', delai_motif: 'Convention.' }),
        rythmes({ delai_motif: 'Convention.' }, { demandes_paiement: 'annuelle' }),
        rythmes({}, { financeur: 'mare', demandes_paiement: 'annuelle' }),
        rythmes({}, { demandes_paiement: 'annuelle' }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 1]);
  });
  it('spread on a twentieth of a scale at least, where a criterion is measured', () => {
    const sur = (max: number, poids = 10) =>
      etudeAvecScenarios(
        [
          scenario('a', { modalites: [{ ...modalite, volume_annuel: 20 }] }),
          scenario('b', { modalites: [{ ...modalite, volume_annuel: 30 }] }),
        ],
        [
          critere('x', poids, {
            echelle: { min: 0, max, unite: 'demandes' },
            mesure: { indicateur: 'demandes_annuelles' },
          }),
        ],
      );
    expect(told(echelleTropLarge, sur(201))).toEqual(['criteres/criteres/x/echelle / criteres/criteres/x/poids']);
    expect(tells(echelleTropLarge, [sur(200), sur(201, 0)])).toEqual([0, 0]);
  });
});

describe('the mode opératoire', () => {
  it('begins its experimentation in the month of its scenario at the earliest', () => {
    const debut = (debutDe: string, demarrage: string | undefined) =>
      duMode({ experimentation: { debut: debutDe, fin: '2019' } }, { demarrage });
    expect(told(experimentationAvantDemarrage, debut('2018-08-31', '2018-09'))).toEqual([
      'mode_operatoire/experimentation/debut / scenarios/a/demarrage',
    ]);
    expect(
      tells(experimentationAvantDemarrage, [
        debut('2018-09-01', '2018-09'),
        debut('2018-09', '2018-09-30'),
        debut('2018', '2018-09'),
        debut('2018-08', '2019'),
        debut('2018-08', undefined),
        duMode({}),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0]);
  });
  it('has conventions no longer than its scenario', () => {
    const dure = (duree_mois: number | undefined, own: object = {}) =>
      duMode({ conventions: [{ id: 'c', partenaire: 'mare', objet: 'O', duree_mois }] }, own);
    expect(told(conventionPlusLongue, dure(25))).toEqual(
      ['mode-operatoire/conventions/c/duree_mois / scenarios/a/duree_annees'].map((text) =>
        text.replace('mode-operatoire', 'mode_operatoire'),
      ),
    );
    expect(
      tells(conventionPlusLongue, [dure(24), dure(undefined), dure(99, { duree_annees: undefined }), etude()]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('pays what is signed by the day of the accounts', () => {
    const paie = (rest: object, montant = 10) =>
      duMode({
        conventions: [{ id: 'c', partenaire: 'mare', objet: 'O', ...rest }],
        realise: { au: '2018-01-31', paiements: [{ convention: 'c', montant }] },
      });
    expect(told(payeSansSignature, paie({ etat: 'en-discussion' }))).toEqual([
      'mode_operatoire/realise/paiements/1/montant / mode_operatoire/conventions/c/etat',
    ]);
    expect(told(payeSansSignature, paie({ etat: 'signee', signee_le: '2018-02-01' }))).toEqual([
      'mode_operatoire/realise/paiements/1/montant / mode_operatoire/conventions/c/signee_le',
    ]);
    expect(
      tells(payeSansSignature, [
        paie({ etat: 'signee' }),
        paie({ etat: 'a-rediger', signee_le: '2018-01-31' }),
        paie({}, 0),
        paie({ id: 'd' }),
      ]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('closes its accounts on the last day that they cover, or later', () => {
    const comptes = (au: string, jusqu_au: string | undefined) => mode({ realise: { au, jusqu_au } });
    expect(told(comptesApresLeurArret, comptes('2018-01-31', '2018-02-01'))).toEqual([
      'mode_operatoire/realise/jusqu_au / mode_operatoire/realise/au',
    ]);
    expect(
      tells(comptesApresLeurArret, [
        comptes('2018-01-31', '2018-01-31'),
        comptes('2018-01-31', '2018-01'),
        comptes('2018', undefined),
        mode({}),
        etude(),
      ]),
    ).toEqual([0, 0, 0, 0, 0]);
  });
  it('says of what nature is what it gives up, to the euro', () => {
    const repli = (rest: object, own: object = {}) =>
      duMode({ repli: [{ si: 'L’aide manque.', alors: 'Moins.', ...rest }] }, own);
    const evite = (...montants: number[]) => montants.map((montant) => ({ nature: 'humain', montant }));
    expect(told(repliEtNatures, repli({ montant: 100, evite: evite(50, 48.9) }))).toEqual([
      'mode-operatoire/repli/1/evite / mode-operatoire/repli/1/montant',
    ]);
    expect(
      tells(repliEtNatures, [
        repli({ montant: 100, evite: evite(50, 49) }),
        repli({ montant: 100 }),
        repli({ evite: evite(5) }),
        repli({ montant: 100, evite: evite(101.1) }),
      ]),
    ).toEqual([0, 0, 0, 1]);
    expect(told(repliSansNature, repli({ montant: 100 }))).toEqual([
      'mode-operatoire/repli/1/montant / scenarios/a/financements/aide/taux',
    ]);
    expect(
      tells(repliSansNature, [
        repli({ montant: 0 }),
        repli({ montant: 100, evite: evite(100) }),
        repli({ montant: 100, financement: 'aide' }),
        repli({}),
        mode({ repli: [{ si: 'S', alors: 'A', montant: 9 }] }),
      ]),
    ).toEqual([0, 0, 0, 0, 0]);
  });
  it('has milestones of one day', () => {
    const jalon = (debut: string, fin: string, rest: object = { jalon: true }) =>
      mode({ taches: [tache('t', debut, fin, rest)] });
    expect(told(jalonQuiDure, jalon('2018-01-10', '2018-01-11'))).toHaveLength(1);
    expect(
      tells(jalonQuiDure, [
        jalon('2018-01-10', '2018-01-10'),
        jalon('2018-01-10', '2018-01-11', {}),
        jalon('2018-01', '2018-01'),
      ]),
    ).toEqual([0, 0, 0]);
  });
});
