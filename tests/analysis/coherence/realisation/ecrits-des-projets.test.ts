/** What the sentences of a project may say of its figures, and what they may not. */
import { describe, expect, it } from 'vitest';
import { ecartEcrit } from '../../../../src/analysis/coherence/regles/realisation/ecarts-des-projets.js';
import {
  mesureEcrite,
  objectifEtCible,
} from '../../../../src/analysis/coherence/regles/realisation/ecrits-des-projets.js';
import { indicateurDUnAutreObjectif } from '../../../../src/analysis/coherence/regles/realisation/objectifs-mesures.js';
import { quantitesEcrites } from '../../../../src/texte/quantites-ecrites.js';
import { etude } from '../../small-study.js';
import { projet, tells } from '../told.js';

const etudes = (list: readonly object[]) => list.map((one) => ({ ...etude(), projets: [projet('p', one)] }));

describe('quantities of a sentence', () => {
  it.each([
    ['cent cinquante souscripteurs', 150],
    ['quatre-vingt-dix-sept fermes', 97],
    ['deux mille trois cents mètres', 2300],
    ['vingt et un arbres', 21],
    ['1 825 heures par an', 1825],
    ['2,5 hectares', 2.5],
  ])('%s', (text, value) => {
    expect(quantitesEcrites(text).map(({ valeur }) => valeur)).toEqual([value]);
  });

  it('are not looked for within words, dates or versions', () => {
    expect(quantitesEcrites('septembre, dixième, O2, 12/04, v1.2')).toEqual([]);
  });
});

it('a goal is the target of its indicator, in its unit or in another', () => {
  const du = (objectif: string, rest: object = {}) => ({
    objectifs: [objectif],
    indicateurs: [{ libelle: 'Haies plantées', unite: 'mètres', cible: 2000, objectif: 1, ...rest }],
  });
  expect(
    tells(
      objectifEtCible,
      etudes([
        du('Planter deux kilomètres de haies'),
        du('Planter 2 000 mètres de haies avec quatre fermes'),
        du('Planter plus de mille mètres de haies'),
        du('Planter de mille à trois mille mètres'),
        du('Planter des haies avec quatre fermes'),
        du('Planter trois kilomètres de haies'),
        du('Planter trois kilomètres de haies', { objectif: undefined }),
        du('Planter 2 km de haies'),
        du('Planter 3 km de haies'),
        du('Collecter 60 t', { libelle: 'Tonnes collectées', unite: 't', cible: 6 }),
        du('Collecter 6 000 kg', { libelle: 'Tonnes collectées', unite: 't', cible: 6 }),
      ]),
    ),
  ).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0]);
});

it('an indicator has a word of the goal that it measures, unless another has them all', () => {
  const mesure = (libelle: string, objectif: number | undefined, objectifs: string[], unite = 'vélos') => ({
    objectifs,
    indicateurs: [{ libelle, unite, cible: 40, objectif }],
  });
  const deux = ['Ouvrir un atelier', 'Réparer quarante vélos'];
  expect(
    tells(
      indicateurDUnAutreObjectif,
      etudes([
        mesure('Vélos réparés', 1, deux),
        mesure('Vélos réparés', 2, deux),
        mesure('Vélos réparés', undefined, deux),
        mesure('Vélos réparés à l’atelier', 1, deux),
        mesure('Journées tenues', 1, deux, 'jours'),
        mesure('Vélos donnés', 1, deux),
        // Two have its words: which of them it measures is not known.
        mesure('Vélos réparés', 1, [...deux, 'Vendre les vélos réparés']),
      ]),
    ),
  ).toEqual([1, 0, 0, 0, 0, 0, 0]);
});

it('a sentence counts no more than the indicator ever had, unless it speaks of a larger whole', () => {
  const dit = (constats: string, unite = 'foyers', libelle = 'Foyers participants') => ({
    indicateurs: [{ libelle, unite, cible: 20, mesures: [{ date: '2019-05', valeur: 17 }] }],
    suivi: [{ date: '2019-05', avancement: 0.5, constats }],
  });
  expect(
    tells(
      mesureEcrite,
      etudes([
        dit('Dix-sept foyers compostent.'),
        dit('Neuf foyers de plus depuis mars.'),
        dit('Dix-sept foyers sur 300 foyers du bourg.'),
        dit('Vingt-sept foyers participent.'),
        dit('Cinquante personnes au marché.', 'personnes', 'Inscrits au compost'),
        dit('Cinquante personnes inscrites au compost.', 'personnes', 'Inscrits au compost'),
        dit('1 825 heures par an, et non 900.', 'heures par an', 'Nuit'),
      ]),
    ),
  ).toEqual([0, 0, 0, 1, 0, 1, 1]);
});

it('days, money and months are commented as the sheet counts them', () => {
  const juge = (commentaire: string, rest: object = {}) => ({
    accompagnement: { jours_prevus: 12, jours_realises: 15 },
    partenaires: [{ acteur: 'a', apport: 'Conseil', jours_prevus: 4, jours_realises: 5 }],
    budget: [{ poste: 'Plants', prevu: { min: 800, mode: 1000, max: 1500 }, realise: 1200 }],
    calendrier: [{ etape: 'Planter', debut: '2019-01', fin: '2019-03', fin_reelle: '2019-05' }],
    evaluation: { efficience: { note: 3, commentaire } },
    ...rest,
  });
  expect(
    tells(
      ecartEcrit,
      etudes([
        juge('Trois jours d’agent de plus et un budget dépassé.'),
        juge('Trois jours d’agent de moins.'),
        juge('Un jour de partenaire de plus.'),
        juge('Deux jours de partenaire de plus.'),
        juge('Plus de jours que prévu, deux mois de retard.'),
        juge('Moins de jours que prévu.'),
        juge('Quatre mois de retard.'),
        juge('Budget tenu.'),
        juge('Budget tenu.', { budget: [{ poste: 'Plants', prevu: 1000, realise: 1200 }] }),
        juge('Trois jours d’agent de plus.', { accompagnement: { jours_prevus: 12 } }),
      ]),
    ),
  ).toEqual([0, 1, 0, 1, 0, 1, 1, 0, 1, 0]);
});
