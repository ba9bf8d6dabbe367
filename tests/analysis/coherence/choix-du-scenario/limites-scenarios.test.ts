/** Scenarios and the mode opératoire, rules of one comparison, each at its limits: what is told, and just beside it what is not. */
import { describe, expect, it } from 'vitest';
import { entiteSansCondition } from '../../../../src/analysis/coherence/regles/acteurs/entites.js';
import { personneEnDouble } from '../../../../src/analysis/coherence/regles/acteurs/personnes.js';
import { echelleTropLarge } from '../../../../src/analysis/coherence/regles/choix-du-scenario/criteres.js';
import { conventionPlusLongue } from '../../../../src/analysis/coherence/regles/financement/conventions.js';
import { montantEtTaux } from '../../../../src/analysis/coherence/regles/financement/financeurs.js';
import { aideSansAssiette } from '../../../../src/analysis/coherence/regles/financement/regles-d-aide.js';
import { rythmeInegal } from '../../../../src/analysis/coherence/regles/financement/versements.js';
import { experimentationAvantDemarrage } from '../../../../src/analysis/coherence/regles/mode-operatoire/experimentation.js';
import { jalonQuiDure } from '../../../../src/analysis/coherence/regles/mode-operatoire/planning.js';
import { repliEtNatures, repliSansNature } from '../../../../src/analysis/coherence/regles/mode-operatoire/replis.js';
import { monteeInegale } from '../../../../src/analysis/coherence/regles/moyens/moyens.js';
import {
  comptesApresLeurArret,
  payeSansSignature,
} from '../../../../src/analysis/coherence/regles/realisation/realise.js';
import type { Scenario } from '../../../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { etude } from '../../small-study.js';
import { aide, avec, base, duMode, mare, modalite, mode, poste, tache, tells, told } from '../told.js';

const deux = (own: object, other: object = {}) =>
  etudeAvecScenarios([scenario('a', own as Partial<Scenario>), scenario('b', other as Partial<Scenario>)]);

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
      ['mode_operatoire/conventions/c/duree_mois / scenarios/a/duree_annees'].map((text) =>
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
      'mode_operatoire/repli/1/evite / mode_operatoire/repli/1/montant',
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
      'mode_operatoire/repli/1/montant / scenarios/a/financements/aide/taux',
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
