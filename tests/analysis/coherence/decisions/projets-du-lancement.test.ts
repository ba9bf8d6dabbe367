/** How many projects a launch counts, against those of the trial. */
import { expect, it } from 'vitest';
import { projetsDuLancement } from '../../../../src/analysis/coherence/regles/decisions/textes-du-lancement.js';
import { duMode, relevees, reunion, told } from '../told.js';

const trial = { experimentation: { debut: '2018-09', fin: '2019-08', nombre_projets: 5 } };
const lance = (texte: string) =>
  duMode(
    trial,
    {},
    {
      reunions: [
        reunion('r', '2018-07-03', { decisions: [{ objet: 'Essai', texte, statut: 'valide', lance: 'Essai' }] }),
      ],
    },
  );
const article = (texte: string) => duMode({ ...trial, deliberation: { articles: [texte] } });

it('is told where it differs, of what is decided of the whole trial', () => {
  expect(told(projetsDuLancement, lance('L’essai est affermi pour un an et six projets, sur le mode validé.'))).toEqual(
    ['reunions/r/decisions/1/texte / mode_operatoire/experimentation/nombre_projets'],
  );
  expect(
    relevees(projetsDuLancement, lance, 'L’essai est lancé pour six projets.', [
      'L’essai est lancé pour cinq projets.',
      'L’essai est lancé ; six projets agricoles ont été reçus.',
      'L’essai est lancé pour trois projets publics et deux projets privés.',
      'L’essai est lancé, sans attendre six projets.',
    ]),
  ).toEqual([]);
});

it('is read in the articles that speak of the trial alone', () => {
  expect(
    relevees(projetsDuLancement, article, 'L’expérimentation porte sur quatre projets.', [
      'Les conventions portent sur quatre projets.',
    ]),
  ).toEqual([]);
});
