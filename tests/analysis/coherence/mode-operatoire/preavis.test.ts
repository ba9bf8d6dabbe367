/** The notice that a fallback counts on, and the one that the models of conventions give. */
import { expect, it } from 'vitest';
import { PREAVIS } from '../../../../src/analysis/coherence/regles/mode-operatoire/preavis.js';
import { mode, relevees, said } from '../told.js';

const [regle] = PREAVIS;
const modele = (texte: string) => ({ nature: 'achat', titre: 'M', articles: [{ titre: 'Fin', texte }] });
const repli =
  (...fins: string[]) =>
  (alors: string) =>
    mode({ repli: [{ si: 'L’aide est refusée', alors }], modeles_conventions: fins.map(modele) });

it('is that of a model at least', () => {
  const deux = repli('Résiliation avec un préavis de deux mois.');
  const faux = 'Résilier les conventions, dont les trois mois de préavis laissent le temps de finir.';
  expect(said(regle, deux(faux))).toContain(
    'compte sur un préavis de 3 mois ; les modèles de convention en donnent un de 2 mois',
  );
  expect(
    relevees(regle, deux, faux, [
      'Résilier avec deux mois de préavis.',
      'Résilier avec quinze jours de préavis.',
      'Attendre trois mois avant de résilier.',
    ]),
  ).toEqual([]);
});

it('is compared with all of them, and with nothing where none gives one', () => {
  const texte = 'Résilier avec trois mois de préavis.';
  expect(
    relevees(regle, repli('Préavis de deux mois.', 'Retrait avec trois mois de préavis.'), 'Six mois de préavis.', [
      texte,
    ]),
  ).toEqual([]);
  expect(said(regle, repli('Résiliation par lettre.')(texte))).toBe('');
});
