/** Where the headings of a table stand. */
import { expect, it } from 'vitest';
import { champsALire } from '../../src/echange/champs.js';
import { trouverEntete } from '../../src/echange/entete.js';
import type { Ligne } from '../../src/echange/tableau.js';

const ligne = (numero: number, ...cellules: string[]): Ligne => ({ numero, cellules, etalees: new Set() });

/** A table whose headings stand under `n` lines of presentation. */
const sous = (n: number) =>
  trouverEntete(
    [
      ...Array.from({ length: n }, (_, i) => ligne(i + 1, `Présentation ${i + 1}`)),
      ligne(n + 1, 'Nom', 'Type', 'Commune'),
      ligne(n + 2, 'Les Amis', 'association', 'Ys'),
    ],
    champsALire('acteurs', []),
    {},
  );

it('they are looked for under a page of presentation, and no further', () => {
  expect([sous(0)?.debut, sous(7)?.debut, sous(24)?.debut]).toEqual([1, 8, 25]);
  expect(sous(25)?.debut).not.toBe(26);
});

it('a heading of several words that name one field is that field, one of words that name two is neither', () => {
  const champs = champsALire('acteurs', []);
  const cles = (...titres: string[]) =>
    trouverEntete([ligne(1, ...titres), ligne(2, 'Les Amis', 'association', 'Ys')], champs, {})?.colonnes.map(
      ({ champ, par }) => [champ?.cle ?? null, par],
    );
  expect(cles('Dénomination structure', 'Type', 'Sigle')?.[0]).toEqual(['nom', 'proche']);
  expect(cles('Organisme et structure partenaire', 'Type', 'Sigle')?.[0]).toEqual(['nom', 'proche']);
  expect(cles('Type nom', 'Type', 'Sigle')?.[0]).toEqual([null, null]);
});
