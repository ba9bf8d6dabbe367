import { describe, expect, it } from 'vitest';
import { estFeminin, pluriel, uniteAccordee } from '../../src/texte/pluriel.js';

describe('plural of a group', () => {
  it.each([
    ['besoin', 'besoins'],
    ['besoin non couvert', 'besoins non couverts'],
    ['jour de travail', 'jours de travail'],
    ['action conduite par le Parc', 'actions conduites par le Parc'],
    ['réseau local', 'réseaux locaux'],
    ['festival', 'festivals'],
    ['lieu', 'lieux'],
    ['bail', 'baux'],
    ['caillou', 'cailloux'],
    ['trou', 'trous'],
    ['avis', 'avis'],
    ['ETP', 'ETP'],
    ['fois', 'fois'],
    ['chargé d’études', 'chargés d’études'],
  ])('%s → %s', (one, many) => expect(pluriel(one)).toBe(many));
});

describe('gender', () => {
  it.each(['commune', 'action', 'personne entendue', 'association', 'journée', 'recette', 'exigence'])(
    '« %s » is feminine',
    (noun) => expect(estFeminin(noun)).toBe(true),
  );
  it.each(['besoin', 'acteur', 'comité', 'musée', 'outil', 'public', 'domaine', 'projet'])(
    '« %s » is masculine',
    (noun) => expect(estFeminin(noun)).toBe(false),
  );
  it('a plural has the gender of its singular', () => {
    for (const noun of ['rencontres', 'conventions', 'demandes', 'visites', 'fois'])
      expect(estFeminin(noun)).toBe(true);
    for (const noun of ['jours', 'projets', 'comités', 'mois']) expect(estFeminin(noun)).toBe(false);
  });
});

describe('a unit', () => {
  it.each([
    [1, 'points', 'point'],
    [0.5, 'commandes/an', 'commande/an'],
    [12, 'commande/an', 'commandes/an'],
    [1, 'mois', 'mois'],
    [1, 'repas/an', 'repas/an'],
    [1, 'jours de travail', 'jour de travail'],
    [1, 'points sur 25', 'point sur 25'],
    [2, 'ETP', 'ETP'],
    [1, 'parcours', 'parcours'],
    [9, 'hab.', 'hab.'],
    [3, 'kWh', 'kWh'],
  ])('%s %s → %s', (n, unite, said) => expect(uniteAccordee(n, unite)).toBe(said));
});
