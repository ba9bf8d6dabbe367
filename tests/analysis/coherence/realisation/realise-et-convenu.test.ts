import { describe, expect, it } from 'vitest';
import {
  conventionTropCourte,
  ecartSansExplication,
  joursPromisAuxProjets,
  recuAuDelaDesConventions,
} from '../../../../src/analysis/coherence/regles/realisation/realise-et-convenu.js';
import { base, duMode, said, told } from '../told.js';

const partenaire = base.partenaires[0]?.acteur ?? '';
const mode = (rest: object, study: object = {}) => duMode(rest, {}, study);
const jours = (faits: number, rest: object = {}, conventionRest: object = {}, modeRest: object = {}) =>
  told(
    ecartSansExplication,
    mode({
      ...modeRest,
      conventions: [{ id: 'c', partenaire, objet: 'Conseil', jours_an: 10, ...conventionRest }],
      realise: { au: '2020-12-31', jours: [{ acteur: partenaire, jours: faits, ...rest }] },
    }),
  );

describe('a gap between what was done and what was planned', () => {
  it('is to be explained beyond half, above or below, and not at half', () => {
    expect(jours(15)).toEqual([]);
    expect(jours(16)).toEqual(['mode_operatoire/realise/jours/1 / mode_operatoire/conventions/c']);
    expect(jours(5)).toEqual([]);
    expect(jours(4)).toHaveLength(1);
  });
  it('is judged on the months that the accounts cover: more of them in proportion, fewer only above the year', () => {
    const depuis = (debut: string, faits: number) => jours(faits, {}, {}, { experimentation: { debut } });
    // 14 months: ten days a year make 11.7, and half as much again 17.5.
    expect(depuis('2019-11', 17)).toEqual([]);
    expect(depuis('2019-11', 18)).toHaveLength(1);
    expect(depuis('2019-11', 4)).toHaveLength(1);
    expect(depuis('2020-08', 15)).toEqual([]);
    expect(depuis('2020-08', 16)).toHaveLength(1);
    expect(depuis('2020-08', 0)).toEqual([]);
  });
  it('is told in the half days that were written', () => {
    const study = mode({
      conventions: [{ id: 'c', partenaire, objet: 'Conseil', jours_an: 10 }],
      realise: { au: '2020-12-31', jours: [{ acteur: partenaire, jours: 41.5 }] },
    });
    expect(said(ecartSansExplication, study)).toMatch(/41,5 jours au lieu de 10 jours/);
  });
  it('is explained by a comment, or by the reason that a convention was not signed', () => {
    expect(jours(30, { commentaire: 'À la demande des communes.' })).toEqual([]);
    expect(jours(0, {}, { motif: 'Pas de délibération.' })).toEqual([]);
  });
});

describe('a receipt', () => {
  const recu = (montant: number, ...promis: (number | undefined)[]) =>
    told(
      recuAuDelaDesConventions,
      mode({
        conventions: promis.map((one, i) => ({
          id: `c${i}`,
          partenaire,
          sens: 'recu',
          financement: 'f',
          ...(one === undefined ? {} : { montant: one }),
        })),
        realise: { au: '2020-12-31', recettes: [{ financement: 'f', montant }] },
      }),
    );
  it('does not pass the conventions that promise it, to the euro', () => {
    expect(recu(301, 100, 200)).toEqual([]);
    expect(recu(302, 100, 200)).toEqual([
      'mode_operatoire/realise/recettes/1/montant / mode_operatoire/conventions/c0 / mode_operatoire/conventions/c1',
    ]);
  });
  it('is not judged when a convention has no amount, nor without one', () => {
    expect(recu(302, 100, undefined)).toEqual([]);
    expect(recu(302)).toEqual([]);
  });
});

describe('a convention that gives days', () => {
  const courte = (duree_mois: number, rest: object = {}) =>
    told(
      conventionTropCourte,
      mode({
        experimentation: { debut: '2020-01', fin: '2020-12' },
        conventions: [{ id: 'c', partenaire, jours_an: 10, duree_mois, signature_prevue: '2020-01-15', ...rest }],
      }),
    );
  it('may end two months before the year, and no sooner', () => {
    expect(courte(9)).toEqual([]);
    expect(courte(8)).toEqual(['mode_operatoire/conventions/c/duree_mois / mode_operatoire/experimentation/fin']);
  });
  it('runs from its real signature when there is one; one without days is not judged', () => {
    expect(courte(0, { duree_mois: undefined })).toEqual([]);
    expect(courte(8, { signee_le: '2020-02-01' })).toEqual([]);
    expect(courte(1, { jours_an: undefined })).toEqual([]);
  });
});

describe('days promised to projects', () => {
  const promis = (jours_prevus: number, conventions: object[] = []) =>
    told(
      joursPromisAuxProjets,
      mode({ conventions }, { projets: [{ id: 'p', partenaires: [{ acteur: partenaire, jours_prevus }] }] }),
    );
  it('are within those of the convention, else of the scenario', () => {
    const convention = { id: 'c', partenaire, jours_an: 4 };
    expect(promis(4, [convention])).toEqual([]);
    expect(promis(5, [convention])).toEqual(['projets/p/partenaires/1 / mode_operatoire/conventions/c']);
    expect(promis(1000)).toEqual([`projets/p/partenaires/1 / scenarios/a/partenaires/${partenaire}`]);
  });
});
