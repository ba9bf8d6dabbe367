import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  it('is that which the program writes of none of them: « Aucune cible », « Aucun projet »', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const texts = ['src', 'templates'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|md|hbs)$/.test(entry.name) && !entry.name.includes('.gen.'))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    const none = texts.flatMap((text) => [...text.matchAll(/(?<=['"])[Aa]ucun(e?) ([\p{L}-]+)[^'"]*['"]/gu)]);
    expect(none.length).toBeGreaterThan(50);
    // « aucune n’a », « aucune prévue », « aucune prête », « aucune avec »: no noun follows.
    const nouns = none.filter(
      ([, , noun = '']) => noun.length > 2 && !['prévue', 'prête', 'retenue', 'avec'].includes(noun),
    );
    const wrong = nouns.filter(([, e, noun = '']) => estFeminin(noun) !== (e === 'e')).map(([, , noun]) => noun);
    expect([...new Set(wrong)].sort()).toEqual([]);
  });
  it('an adjective without gender gives way to its noun', () => {
    for (const group of ['autre recommandation', 'autres méthodes', 'même convention'])
      expect(estFeminin(group)).toBe(true);
    for (const group of ['autre projet', 'mêmes jours', 'autre']) expect(estFeminin(group)).toBe(false);
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
    [12, 'probabilité × gravité', 'probabilité × gravité'],
    [3, 'kWh', 'kWh'],
  ])('%s %s → %s', (n, unite, said) => expect(uniteAccordee(n, unite)).toBe(said));
});
