/** Who gives a receipt, and where the cash at the start comes from: limits of the two rules. */
import { expect, it } from 'vitest';
import { DONNEURS } from '../../../../src/analysis/coherence/regles/financement/donneurs.js';
import { aide, avec, tells, told } from '../told.js';

const [donneurOublie, tresorerieSansOrigine] = DONNEURS;

it('who pays its own agents does not pay those of the others', () => {
  const postes = (rest: object) =>
    avec({
      financements: [
        {
          ...aide,
          nature: 'participation',
          assiette: ['humain'],
          taux: 1,
          assiette_porteurs: ['asso', 'bourg'],
          ...rest,
        },
      ],
    });
  expect(
    tells(donneurOublie, [
      postes({ financeur: 'asso', groupe: [{ acteur: 'asso' }, { acteur: 'bourg' }] }),
      // Somebody else helps both to pay their posts.
      postes({ financeur: 'region' }),
      postes({ financeur: 'asso', assiette: ['materiel'] }),
      postes({ financeur: 'asso', taux: 0.3 }),
      postes({ financeur: 'asso', nature: 'subvention' }),
      postes({ financeur: 'asso', nature: 'autofinancement' }),
      postes({ financeur: 'asso', assiette_porteurs: ['asso'] }),
      postes({ financeur: undefined }),
      postes({ financeur: 'asso' }),
    ]),
  ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
});

it('cash at the start has an origin where a scenario holds by it', () => {
  const caisse = (tresorerie_initiale: number, rest: object = {}, viabilite: object = {}) =>
    avec({}, { criteres: { hypotheses: { tresorerie_initiale, ...rest }, viabilite, criteres: [] } });
  const all = [
    caisse(0),
    // Far too little, or not needed: the threshold is passed or failed all the same.
    caisse(1),
    caisse(1000, {}, { seuil_tresorerie: -900000 }),
    caisse(900000, { motifs: { tresorerie_initiale: 'avance votée' } }),
    caisse(900000),
  ];
  expect(tells(tresorerieSansOrigine, all)).toEqual([0, 0, 0, 0, 1]);
  expect(told(tresorerieSansOrigine, caisse(900000))).toEqual([
    'criteres/hypotheses/tresorerie_initiale / scenarios/a/financements',
  ]);
});
