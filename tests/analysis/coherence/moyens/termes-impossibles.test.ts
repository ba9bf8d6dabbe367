/** Terms that leave nothing of each other, at their limits; and the costs and quotas that a sheet or a rule gives. */
import { describe, expect, it } from 'vitest';
import { coutDOutilSansMotif } from '../../../../src/analysis/coherence/regles/diagnostic/actions-et-outils.js';
import { acquisImprobable } from '../../../../src/analysis/coherence/regles/financement/financeurs.js';
import { aideAuDelaDeSaRegle } from '../../../../src/analysis/coherence/regles/financement/regles-d-aide.js';
import {
  ligneHorsDuree,
  plancherAuDelaDuPlafond,
  poidsHorsDeSaPlage,
  sensDeLaConvention,
  voteDUnAutre,
} from '../../../../src/analysis/coherence/regles/moyens/termes-impossibles.js';
import { critere, etudeAvecScenarios } from '../../small-scenario.js';
import { etude, outil } from '../../small-study.js';
import { aide, avec, base, duMode, poste, said, tells, told } from '../told.js';

const recette = (rest: object) => avec({ financements: [{ ...aide, plafond: undefined, ...rest }] });

describe('an aid', () => {
  it('that is not paid under a floor has a ceiling at it or above', () => {
    const at = (field: string) => [`scenarios/a/financements/aide/plancher / scenarios/a/financements/aide/${field}`];
    expect(told(plancherAuDelaDuPlafond, recette({ plancher: 101, plafond: 100 }))).toEqual(at('plafond'));
    expect(told(plancherAuDelaDuPlafond, recette({ plancher: 101, plafond_total: 100 }))).toEqual(at('plafond_total'));
    expect(
      tells(plancherAuDelaDuPlafond, [
        recette({ plancher: 100, plafond: 100 }),
        recette({ plancher: 100, plafond_total: 100 }),
        recette({ plafond: 100, plafond_total: 100 }),
        recette({ plancher: 100 }),
        // A file of several years may be above what a year is.
        recette({ plancher: 101, plafond: 100, plafond_par: 'dossier' }),
        recette({ plancher: 101, plafond: 100, plafond_par: 'annee' }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 1]);
    expect(said(plancherAuDelaDuPlafond, recette({ plancher: 101, plafond_total: 100 }))).toContain(
      'n’est pas versée sous 101 €, et ne passe pas 100 € en tout',
    );
  });
  it('to be voted is voted by the bearer, alone or with others', () => {
    expect(told(voteDUnAutre, recette({ statut: 'a-voter' }))).toEqual([
      'scenarios/a/financements/aide/statut / scenarios/a/financements/aide/financeur',
    ]);
    expect(
      tells(voteDUnAutre, [
        recette({ statut: 'a-voter', financeur: 'cdc' }),
        recette({ statut: 'a-voter', financeur: undefined }),
        recette({ statut: 'a-voter', groupe: [{ acteur: 'cdc', part: 0.5 }] }),
        recette({ statut: 'a-voter', groupe: [{ acteur: 'mare', part: 0.5 }] }),
        recette({ statut: 'sollicite' }),
      ]),
    ).toEqual([0, 0, 0, 1, 0]);
  });
  it('admits no post that its rule leaves out', () => {
    const quotite = (source: number | undefined, rule: number | undefined) =>
      avec(
        { financements: [{ ...aide, reference: 'r', part_poste_minimale: source }] },
        { references: [{ id: 'r', theme: 'x', titre: 'R', regle: 'R', part_poste_minimale: rule }] },
      );
    expect(told(aideAuDelaDeSaRegle, quotite(0.3, 0.5))).toEqual([
      'scenarios/a/financements/aide/part_poste_minimale / references/r',
    ]);
    expect(
      tells(aideAuDelaDeSaRegle, [
        quotite(0.5, 0.5),
        quotite(0.6, 0.5),
        quotite(undefined, 0.5),
        quotite(0.3, undefined),
      ]),
    ).toEqual([0, 0, 0, 0]);
  });
  it('due by law, as the VAT that is given back, is nearly certain', () => {
    const tva = (fctva: object | undefined) => ({
      ...etude(),
      criteres: { criteres: [], hypotheses: fctva ? { fctva } : undefined },
    });
    expect(told(acquisImprobable, tva({ probabilite: 0.89 }))).toEqual([
      'criteres/hypotheses/fctva/probabilite / criteres/hypotheses/fctva/statut',
    ]);
    expect(
      tells(acquisImprobable, [
        tva({ probabilite: 0.9 }),
        tva({}),
        tva({ statut: 'sollicite', probabilite: 0.2 }),
        tva({ statut: 'acquis', probabilite: 0.2 }),
        tva({ statut: 'de-droit', probabilite: 0.2 }),
        tva(undefined),
        etude(),
      ]),
    ).toEqual([0, 0, 0, 1, 1, 0, 0]);
    expect(said(acquisImprobable, tva({ statut: 'acquis', probabilite: 0.2 }))).toBe(
      'la TVA rendue est acquise, et probable à 20 %.',
    );
    expect(said(acquisImprobable, tva({ probabilite: 0.2 }))).toContain('due par la loi');
  });
});

describe('a line', () => {
  const lignes = (annees: number[] | undefined, rest: object = {}) =>
    avec({
      moyens: {
        ...base.moyens,
        humains: [{ ...poste, annees }],
        fonctionnement: [{ id: 'f', libelle: 'F', porteur: 'cdc', cout_annuel: 1, annees }],
      },
      financements: [{ ...aide, id: undefined, annees }],
      ...rest,
    });
  it('is of one year of the scenario at least', () => {
    expect(told(ligneHorsDuree, lignes([3, 4]))).toEqual([
      'scenarios/a/moyens/humains/poste/annees / scenarios/a/duree_annees',
      'scenarios/a/moyens/fonctionnement/f/annees / scenarios/a/duree_annees',
      'scenarios/a/financements/1/annees / scenarios/a/duree_annees',
    ]);
    expect(tells(ligneHorsDuree, [lignes([2, 3]), lignes([2]), lignes([]), lignes(undefined)])).toEqual([0, 0, 0, 0]);
    const commune = (duree_annees: number | undefined) => ({
      ...lignes([3], { duree_annees: undefined }),
      criteres: { criteres: [], hypotheses: { duree_annees } },
    });
    expect(told(ligneHorsDuree, commune(2))[0]).toBe(
      'scenarios/a/moyens/humains/poste/annees / criteres/hypotheses/duree_annees',
    );
    expect(tells(ligneHorsDuree, [commune(3), commune(undefined), { ...commune(2), criteres: null }])).toEqual([
      0, 0, 0,
    ]);
  });
});

describe('a weight', () => {
  const poids = (value: number, poids_min?: number, poids_max?: number) =>
    etudeAvecScenarios(
      [],
      [
        critere('x', value, {
          ...(poids_min === undefined ? {} : { poids_min }),
          ...(poids_max === undefined ? {} : { poids_max }),
        }),
      ],
    );
  it('is within its bounds, both included', () => {
    expect(told(poidsHorsDeSaPlage, poids(9, 10, 20))).toEqual([
      'criteres/criteres/x/poids / criteres/criteres/x/poids_min',
    ]);
    expect(told(poidsHorsDeSaPlage, poids(21, 10, 20))).toEqual([
      'criteres/criteres/x/poids / criteres/criteres/x/poids_max',
    ]);
    expect(
      tells(poidsHorsDeSaPlage, [
        poids(10, 10, 20),
        poids(20, 10, 20),
        poids(5, undefined, 20),
        poids(50, 10),
        poids(5),
      ]),
    ).toEqual([0, 0, 0, 0, 0]);
    expect(said(poidsHorsDeSaPlage, poids(9, 10))).toBe('« Critère x » pèse 9 points, et en pèserait 10 au moins.');
    expect(told(poidsHorsDeSaPlage, { ...etude(), criteres: null })).toEqual([]);
  });
});

describe('a convention', () => {
  const une = (rest: object) => duMode({ conventions: [{ id: 'c', partenaire: 'mare', objet: 'O', ...rest }] });
  it('names what it brings, or what pays it, not the other', () => {
    expect(told(sensDeLaConvention, une({ sens: 'recu', financement: 'aide', ligne: 'frais' }))).toEqual([
      'mode_operatoire/conventions/c/ligne / mode_operatoire/conventions/c/sens',
    ]);
    expect(told(sensDeLaConvention, une({ sens: 'verse', financement: 'aide' }))).toEqual([
      'mode_operatoire/conventions/c/financement / mode_operatoire/conventions/c/sens',
    ]);
    expect(told(sensDeLaConvention, une({ ligne: 'frais', financement: 'aide' }))).toEqual([
      'mode_operatoire/conventions/c/financement / mode_operatoire/conventions/c',
    ]);
    expect(
      tells(sensDeLaConvention, [
        une({ ligne: 'frais' }),
        une({ sens: 'recu', financement: 'aide' }),
        une({}),
        etude(),
      ]),
    ).toEqual([0, 0, 0, 0]);
    expect(said(sensDeLaConvention, une({ sens: 'recu', ligne: 'frais' }))).toBe(
      'la convention avec La Mare apporte une recette, et nomme une dépense qui la paierait, « Frais ».',
    );
    expect(said(sensDeLaConvention, une({ financement: 'inconnu' }))).toBe(
      'la convention avec La Mare verse à ce partenaire, et nomme une recette qu’elle apporterait.',
    );
  });
});

describe('the cost of a tool', () => {
  const un = (rest: object, cout: object | undefined = { investissement: 100, fonctionnement_annuel: 10 }) => ({
    ...avec({ outils: [{ outil: 'malle', annee: 1, quantite: 2, ...rest }] }),
    outils: [outil('malle', { cout } as never)],
  });
  it('is that of its sheet, or says why not', () => {
    expect(told(coutDOutilSansMotif, un({ investissement: 102, fonctionnement_annuel: 8 }))).toEqual([
      'scenarios/a/outils/1/investissement / outils/malle/cout/investissement',
      'scenarios/a/outils/1/fonctionnement_annuel / outils/malle/cout/fonctionnement_annuel',
    ]);
    expect(
      tells(coutDOutilSansMotif, [
        un({ investissement: 101, fonctionnement_annuel: 9 }),
        un({}),
        un({ investissement: 500, motif_cout: 'Occasion.' }),
        un({ investissement: 79 }, { investissement: { min: 80, mode: 100, max: 120 } }),
        un({ investissement: 121 }, { investissement: { min: 80, mode: 100, max: 120 } }),
        un({ investissement: 500 }, { investissement: 100, unite: 'par groupe' }),
        un({ investissement: 500 }, { fonctionnement_annuel: 10 }),
        un({ investissement: 500, outil: 'autre' }),
        { ...un({ investissement: 500 }), outils: [outil('malle', { cout: undefined } as never)] },
        avec({ outils: undefined }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const large = { investissement: { min: 80, mode: 100, max: 120 } };
    expect(tells(coutDOutilSansMotif, [un({ investissement: 78 }, large), un({ investissement: 122 }, large)])).toEqual(
      [1, 1],
    );
    expect(said(coutDOutilSansMotif, un({ investissement: 78 }, large))).toContain('sa fiche dit de 80 € à 120 €');
  });
});
